#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public func skeleton() throws -> String { String(decoding: try JSONEncoder().encode(["a": 1]), as: UTF8.self) }
