#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

Program.prepareDescriptors()
exit(Program(Array(CommandLine.arguments.dropFirst())).run())
