# What shells complete is printed by the program from its own tables.
set(COMPLETION ${PROJECT_BINARY_DIR}/completion)
set(completions "")
foreach(pair "bash;featdep" "zsh;_featdep" "fish;featdep.fish")
  list(GET pair 0 shell)
  list(GET pair 1 file)
  add_custom_command(OUTPUT ${COMPLETION}/${shell}/${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${COMPLETION}/${shell}
    COMMAND featdep completion ${shell} > ${COMPLETION}/${shell}/${file}
    DEPENDS featdep COMMENT "completion for ${shell}" VERBATIM)
  list(APPEND completions ${COMPLETION}/${shell}/${file})
endforeach()
add_custom_target(completion ALL DEPENDS ${completions})

install(FILES ${COMPLETION}/bash/featdep DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${COMPLETION}/zsh/_featdep DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${COMPLETION}/fish/featdep.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
