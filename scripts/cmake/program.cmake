# The command featdep, the library libfeatdep, and installing them with their data.
include(GNUInstallDirs)

set(FOLDERS base model front link solve bind graph rules render plan)
foreach(folder ${FOLDERS})
  set_target_properties(featdep_${folder} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  list(APPEND FOLDER_LIBRARIES featdep_${folder})
endforeach()

# What main.c and the library share: the pipeline.
set(top ${PROJECT_SOURCE_DIR}/analyzer)
add_library(featdep_pipeline STATIC
  ${top}/pipeline.c ${top}/baseline.c ${top}/contents.c ${top}/extract.c ${top}/facts_files.c ${top}/outputs.c
  ${top}/progress.c ${top}/state.c ${top}/tool.c)
set_target_properties(featdep_pipeline PROPERTIES POSITION_INDEPENDENT_CODE ON)
target_compile_definitions(featdep_pipeline PRIVATE FEATDEP_VERSION="${PROJECT_VERSION}"
  $<$<NOT:$<CONFIG:Release>>:FEATDEP_CHECKS>)
target_compile_definitions(featdep_render PRIVATE FEATDEP_VERSION="${PROJECT_VERSION}")
target_link_libraries(featdep_pipeline PUBLIC ${FOLDER_LIBRARIES} ${CMAKE_DL_LIBS})

add_library(libfeatdep SHARED ${top}/library.c)
set_target_properties(libfeatdep PROPERTIES OUTPUT_NAME featdep VERSION ${PROJECT_VERSION} SOVERSION 0
  PUBLIC_HEADER ${PROJECT_SOURCE_DIR}/include/featdep/featdep.h)
target_include_directories(libfeatdep PUBLIC ${PROJECT_SOURCE_DIR}/include)
target_link_libraries(libfeatdep PRIVATE featdep_pipeline)
target_link_options(libfeatdep PRIVATE -Wl,--exclude-libs,ALL ${FEATDEP_WHOLE})

file(GLOB commands CONFIGURE_DEPENDS ${top}/commands/*.c)
add_executable(featdep ${top}/main.c ${top}/library.c ${commands})
target_compile_definitions(featdep PRIVATE FEATDEP_VERSION="${PROJECT_VERSION}")
target_link_options(featdep PRIVATE -Wl,--build-id ${FEATDEP_WHOLE})
target_link_libraries(featdep PRIVATE featdep_pipeline)

# The build tree has its data where an installation has it, below the executable's folder.
set(DATA ${PROJECT_BINARY_DIR}/share/featdep)
file(MAKE_DIRECTORY ${DATA})
foreach(folder packs stubs)
  file(CREATE_LINK ${top}/${folder} ${DATA}/${folder} SYMBOLIC)
endforeach()

# Library stubs are C; their facts are made once, here.
file(GLOB stubs CONFIGURE_DEPENDS ${top}/stubs/*.c ${top}/packs/*.c)
set(STUB_FACTS ${DATA}/facts/stubs.stamp)
add_custom_command(OUTPUT ${STUB_FACTS}
  COMMAND featdep extract --stubs -o ${DATA}/facts ${stubs} -- -I${PROJECT_SOURCE_DIR}/include
  COMMAND ${CMAKE_COMMAND} -E touch ${STUB_FACTS}
  DEPENDS featdep ${stubs} ${PROJECT_SOURCE_DIR}/include/featdep/stub.h
  COMMENT "facts of the library stubs" VERBATIM)
add_custom_target(stub_facts ALL DEPENDS ${STUB_FACTS})

# Relative, so that an installation can be moved.
file(RELATIVE_PATH PC_PREFIX /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
configure_file(${PROJECT_SOURCE_DIR}/scripts/cmake/featdep.pc.in ${PROJECT_BINARY_DIR}/featdep.pc @ONLY)

install(TARGETS featdep libfeatdep
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/featdep)
install(FILES include/featdep/annotate.h include/featdep/stub.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/featdep)
install(DIRECTORY analyzer/packs analyzer/stubs DESTINATION ${CMAKE_INSTALL_DATADIR}/featdep)
install(DIRECTORY ${DATA}/facts DESTINATION ${CMAKE_INSTALL_DATADIR}/featdep FILES_MATCHING PATTERN "*.facts")
install(FILES analyzer/doc/featdep.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/featdep.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# find_package(featdep), and the files to copy into CI.
include(CMakePackageConfigHelpers)
set(INTEGRATIONS ${PROJECT_SOURCE_DIR}/scripts/integrations)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/featdep-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${INTEGRATIONS}/featdep-config.cmake ${INTEGRATIONS}/featdep-one-target.cmake
  ${PROJECT_BINARY_DIR}/featdep-config-version.cmake DESTINATION ${CMAKE_INSTALL_DATADIR}/cmake/featdep)
install(DIRECTORY ${INTEGRATIONS}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/featdep/integrations
  USE_SOURCE_PERMISSIONS PATTERN "*.cmake" EXCLUDE)
