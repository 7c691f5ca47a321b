# graph.json against its schema.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME schema_graph
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/schema/check_graph.py $<TARGET_FILE:unit_model_graph>)
