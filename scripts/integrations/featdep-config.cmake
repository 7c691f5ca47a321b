# find_package(featdep) and then, for each program whose data dependencies matter:
#
#   featdep_audit(TARGET [MANIFEST featdep.yml] [OUTPUT dir] [BASELINE file] [FAIL_ON note|warning|error|never]
#                 [FORMATS sarif junit …] [ALL])
#
# adds the target featdep-TARGET, which analyses the sources of TARGET after it was built and fails on findings: with
# BASELINE only on new ones. ALL makes it part of the default build. Generators: Ninja and Makefiles.
cmake_minimum_required(VERSION 3.20)

get_filename_component(FEATDEP_PREFIX "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
find_program(FEATDEP_EXECUTABLE featdep HINTS "${FEATDEP_PREFIX}/bin" DOC "the featdep command")
if(NOT FEATDEP_EXECUTABLE)
  set(featdep_FOUND FALSE)
  set(featdep_NOT_FOUND_MESSAGE "the command featdep is neither in ${FEATDEP_PREFIX}/bin nor on PATH")
  return()
endif()
set(FEATDEP_ONE_TARGET "${CMAKE_CURRENT_LIST_DIR}/featdep-one-target.cmake")

function(featdep_audit target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALL" "MANIFEST;OUTPUT;BASELINE;FAIL_ON" "FORMATS")
  if(NOT TARGET ${target})
    message(FATAL_ERROR "featdep_audit: there is no target \"${target}\"")
  endif()
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "featdep_audit: \"${arg_UNPARSED_ARGUMENTS}\" is no argument of it")
  endif()
  set_property(TARGET ${target} PROPERTY EXPORT_COMPILE_COMMANDS ON)
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/featdep-${target}")
  endif()
  set(options -p "${arg_OUTPUT}" -o "${arg_OUTPUT}")
  if(arg_MANIFEST)
    get_filename_component(manifest "${arg_MANIFEST}" ABSOLUTE)
    list(APPEND options -m "${manifest}")
  endif()
  if(arg_BASELINE)
    get_filename_component(baseline "${arg_BASELINE}" ABSOLUTE)
    list(APPEND options --baseline "${baseline}")
  endif()
  if(arg_FAIL_ON)
    list(APPEND options --fail-on "${arg_FAIL_ON}")
  endif()
  foreach(format ${arg_FORMATS})
    list(APPEND options -f "${format}")
  endforeach()
  set(all "")
  if(arg_ALL)
    set(all ALL)
  endif()
  add_custom_target(featdep-${target} ${all}
    COMMAND ${CMAKE_COMMAND} "-DDATABASE=${CMAKE_BINARY_DIR}/compile_commands.json" "-DTARGET=${target}"
      "-DOUTPUT=${arg_OUTPUT}/compile_commands.json" -P "${FEATDEP_ONE_TARGET}"
    COMMAND "${FEATDEP_EXECUTABLE}" check ${options} --root "${PROJECT_SOURCE_DIR}"
    COMMENT "featdep: data dependencies of ${target}"
    USES_TERMINAL VERBATIM)
  add_dependencies(featdep-${target} ${target})
endfunction()
