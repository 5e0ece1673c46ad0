// swift-tools-version: 6.2
import PackageDescription

// A package of its own that uses qsearch as a library. Replace the path by where your checkout is.
let package = Package(
  name: "embed",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "qsearch", path: "../..")],
  targets: [
    .executableTarget(
      name: "embed", dependencies: [.product(name: "QuestionSearch", package: "qsearch")])
  ],
  swiftLanguageModes: [.v6]
)
