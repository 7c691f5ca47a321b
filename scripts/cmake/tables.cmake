# A rule or a renderer registers by being a file: analyzer/rules/NAME.c that defines `const Rule rule_NAME` becomes
# RULE(NAME) in rules.def, and the same for renderers in renderers.def.
set(TABLES ${PROJECT_BINARY_DIR}/generated)

function(featdep_table folder type prefix table macro)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/analyzer/${folder}/*.c)
  list(SORT sources)
  set(content "")
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    file(STRINGS ${source} found REGEX "^const ${type} ${prefix}_${name}( |$|=)" LIMIT_COUNT 1)
    if(found)
      string(APPEND content "${macro}(${name})\n")
    endif()
  endforeach()
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources})
  file(CONFIGURE OUTPUT ${TABLES}/${table} CONTENT "${content}" @ONLY)
  target_include_directories(featdep_${folder} PUBLIC ${TABLES})
endfunction()

featdep_table(rules Rule rule rules.def RULE)
featdep_table(render Renderer render renderers.def RENDERER)
