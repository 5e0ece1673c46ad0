// swift-tools-version: 6.2
import PackageDescription

// A release binary on Linux is one fully static file: it starts in about the time of `true` and
// runs on any machine. The compiler needs `-static-stdlib` too, or what FoundationEssentials asks
// of the linker is looked for among the dynamic libraries. Debug builds stay dynamic, so that
// sanitizers work. Only executables have these flags: the libraries embed anywhere.
//
// The linker (gold or lld) writes the file in one piece instead of mapping it: then its pages lie
// together in the system's cache, and a process maps them in fewer steps (a quarter less time for a
// query, `Eval/reports/first-path.md`).
let staticSwift: [SwiftSetting] = [
  .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
]
let staticLinking: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-Xlinker", "--no-mmap-output-file"],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "qsearch",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "QuestionSearch", targets: ["QuestionSearch"]),
    .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
    .library(name: "QuestionBanks", targets: ["QuestionBanks"]),
    .library(name: "IndexStorage", targets: ["IndexStorage"]),
    .library(name: "InvertedIndex", targets: ["InvertedIndex"]),
    .library(name: "NearDuplicates", targets: ["NearDuplicates"]),
    .library(name: "Evaluation", targets: ["Evaluation"]),
    .executable(name: "qsearch", targets: ["qsearch"]),
    .executable(name: "qsearch-bench", targets: ["qsearch-bench"]),
  ],
  targets: [
    .target(name: "TextAnalysis"),
    .target(name: "QuestionBanks"),
    .target(name: "CKernels"),
    .target(name: "IndexStorage", dependencies: ["CKernels"]),
    .target(name: "InvertedIndex", dependencies: ["TextAnalysis", "IndexStorage", "CKernels"]),
    .target(name: "NearDuplicates", dependencies: ["TextAnalysis", "IndexStorage", "CKernels"]),
    .target(name: "Evaluation"),
    .target(
      name: "QuestionSearch",
      dependencies: [
        "TextAnalysis", "QuestionBanks", "IndexStorage", "InvertedIndex", "NearDuplicates",
        "Evaluation",
      ]),
    .target(name: "CResources"),
    .executableTarget(
      name: "qsearch", dependencies: ["QuestionSearch", "CResources"],
      swiftSettings: staticSwift, linkerSettings: staticLinking),
    .executableTarget(
      name: "qsearch-bench", dependencies: ["QuestionSearch", "NearDuplicates"],
      swiftSettings: staticSwift, linkerSettings: staticLinking),
    .target(
      name: "TestSupport",
      dependencies: ["IndexStorage", "InvertedIndex"],
      path: "Tests/TestSupport"),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis", "TestSupport"]),
    .testTarget(name: "QuestionBanksTests", dependencies: ["QuestionBanks", "TestSupport"]),
    .testTarget(name: "IndexStorageTests", dependencies: ["IndexStorage", "TestSupport"]),
    .testTarget(name: "InvertedIndexTests", dependencies: ["InvertedIndex", "TestSupport"]),
    .testTarget(name: "NearDuplicatesTests", dependencies: ["NearDuplicates", "TestSupport"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "TestSupport"]),
    .testTarget(name: "QuestionSearchTests", dependencies: ["QuestionSearch", "TestSupport"]),
    .testTarget(
      name: "FormatCompatibilityTests",
      dependencies: ["QuestionSearch", "InvertedIndex", "IndexStorage"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["qsearch", "QuestionSearch", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(name: "RepositoryTests", dependencies: ["TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
