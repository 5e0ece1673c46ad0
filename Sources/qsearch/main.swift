#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

Program.prepareDescriptors()
// Nothing is left to do at exit: what was written was passed on by `write`.
_exit(Program(Array(CommandLine.arguments.dropFirst())).run())
