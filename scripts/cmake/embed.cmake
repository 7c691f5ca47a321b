# Text files that become part of the program, so that there is one source of each: FILE becomes the C header NAME.h
# with `static const char SYMBOL[]` in it, made anew whenever FILE changes.
function(featdep_embed target file name symbol)
  file(READ ${file} content)
  string(REPLACE "\\" "\\\\" content "${content}")
  string(REPLACE "\"" "\\\"" content "${content}")
  string(REPLACE "?" "\\077" content "${content}") # no trigraphs
  string(REPLACE "@" "\\100" content "${content}") # no variables of CMake's
  string(REPLACE "\n" "\\n\"\n\t\"" content "${content}")
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/embedded/${name}.h
    CONTENT "static const char ${symbol}[] =\n\t\"${content}\";\n" @ONLY)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  target_include_directories(${target} PRIVATE ${PROJECT_BINARY_DIR}/embedded)
endfunction()

featdep_embed(featdep_render ${PROJECT_SOURCE_DIR}/analyzer/render/database.sql render/database_sql database_sql)
featdep_embed(featdep_render ${PROJECT_SOURCE_DIR}/analyzer/render/history.sql render/history_sql history_sql)
featdep_embed(featdep_render ${PROJECT_SOURCE_DIR}/analyzer/viewer/report-template.html render/report_template report_template)
