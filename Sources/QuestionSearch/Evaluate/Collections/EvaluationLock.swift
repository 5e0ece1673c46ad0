import Evaluation
import QuestionBanks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Figures that are held: a change that lets one fall by more than its tolerance is found out, and
/// a changed input is named.
public struct EvaluationLock: Sendable, Codable, Hashable {
  /// One part of one collection.
  public struct Entry: Sendable, Codable, Hashable {
    /// The collection's folder, relative to that of the lock file.
    public var collection: String
    /// Which queries.
    public var part: QueryPart
    /// How many of them are judged.
    public var queries: Int
    /// What was done where runs or judgments leave a choice.
    public var policy: Policy
    /// By how much a figure may fall.
    public var tolerance: Double
    /// Hashes of the files that took part.
    public var inputs: [String: String]
    /// The systems with their figures.
    public var systems: [System]
  }

  /// A scoring policy by its names.
  public struct Policy: Sendable, Codable, Hashable {
    /// `ScoringPolicy.Ties`.
    public var ties: String
    /// `ScoringPolicy.MissingQueries`.
    public var missing: String
    /// `ScoringPolicy.NoRelevant`.
    public var no_relevant: String
    /// `ScoringPolicy.Unjudged`.
    public var unjudged: String
    /// `Judgments.AbsentDocuments`.
    public var absent: String

    init(_ options: CollectionEvaluation.Options) {
      ties = options.policy.ties.rawValue
      missing = options.policy.missing.rawValue
      no_relevant = options.policy.noRelevant.rawValue
      unjudged = options.policy.unjudged.rawValue
      absent = options.absent.rawValue
    }
  }

  /// One system's figures.
  public struct System: Sendable, Codable, Hashable {
    /// Its name.
    public var name: String
    /// Analyzer and model with parameters.
    public var details: String
    /// Means by measure, to six digits.
    public var figures: [String: Double]
  }

  /// One thing that is not as the lock has it.
  public struct Difference: Sendable, Hashable, CustomStringConvertible {
    /// Whether it makes the check fail. Changed inputs and better figures do not, by themselves.
    public let isFailure: Bool
    /// What differs, in one line.
    public let description: String
  }

  /// The version of the form.
  public var schema_version = 1
  /// Collections and parts in the order of writing.
  public var entries: [Entry]

  /// A lock of some entries.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// How far a figure may fall where a collection does not say.
  public static let usualTolerance = 0.001

  /// Reads a lock file.
  public static func read(_ path: String) throws -> EvaluationLock {
    let bytes = try BankFinder.load(path)
    let lock: EvaluationLock
    do {
      lock = try JSONDecoder().decode(EvaluationLock.self, from: Data(bytes))
    } catch {
      throw EvaluationError.unreadable(
        file: path, reason: "not a lock file; write it again with 'qsearch eval COLLECTION --lock'")
    }
    guard lock.schema_version == 1, !lock.entries.isEmpty,
      lock.entries.allSatisfy({ $0.tolerance >= 0 && !$0.systems.isEmpty })
    else {
      throw EvaluationError.unreadable(
        file: path, reason: "holds no figures that this version can check; write it again")
    }
    return lock
  }

  /// The file's bytes: the same figures give the same bytes.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Reads the lock file at a path, or gives an empty one where there is no file.
  public static func readIfPresent(_ path: String) throws -> EvaluationLock {
    FileManager.default.fileExists(atPath: path) ? try read(path) : EvaluationLock()
  }

  /// The folder of an entry's collection, from the current folder.
  public static func folder(of entry: Entry, lock path: String) -> String {
    // A link to a lock file leads to the folder that its paths are relative to.
    let path = FilePath.real(path) ?? path
    guard !entry.collection.hasPrefix("/"), let slash = path.utf8.lastIndex(of: 0x2F) else {
      return entry.collection
    }
    return String(path[...slash]) + entry.collection
  }

  /// Takes the figures of an evaluation in, in place of those that were held of its collection and
  /// part, for a lock file at `lockPath`.
  public mutating func record(_ evaluation: CollectionEvaluation, lock lockPath: String) {
    let lockPath = FilePath.real(lockPath) ?? lockPath
    let slash = lockPath.utf8.lastIndex(of: 0x2F)
    let folder = slash.map { String(lockPath[...$0]) } ?? "."
    let path = FilePath.relative(
      evaluation.collection.path, to: FilePath.real(folder) ?? FilePath.currentFolder)
    let entry = Entry(
      collection: path, part: evaluation.options.part,
      queries: evaluation.results.first?.scores.queries.count ?? 0,
      policy: Policy(evaluation.options),
      tolerance: evaluation.collection.description.tolerance ?? Self.usualTolerance,
      inputs: evaluation.inputs, systems: evaluation.results.map(Self.system))
    if let index = entries.firstIndex(where: { $0.collection == path && $0.part == entry.part }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  private static func system(_ result: CollectionEvaluation.Result) -> System {
    var figures: [String: Double] = [:]
    for (index, measure) in result.scores.measures.enumerated() {
      figures[measure.name] = (result.scores.mean(ofMeasure: index) * 1e6).rounded() / 1e6
    }
    return System(name: result.name, details: result.details, figures: figures)
  }

  /// How an entry was evaluated, to evaluate it again.
  public static func options(of entry: Entry) throws -> CollectionEvaluation.Options {
    func choice<Choice: RawRepresentable<String>>(_ name: String) throws -> Choice {
      guard let choice = Choice(rawValue: name) else {
        throw EvaluationError.unreadable(
          file: entry.collection, reason: "the lock has an unknown policy '\(name)'; write it again"
        )
      }
      return choice
    }
    var options = CollectionEvaluation.Options()
    options.part = entry.part
    options.measures = try Set(entry.systems.flatMap { $0.figures.keys }).sorted()
      .map { try Measure($0) }
    options.policy = ScoringPolicy(
      ties: try choice(entry.policy.ties), missing: try choice(entry.policy.missing),
      noRelevant: try choice(entry.policy.no_relevant),
      unjudged: try choice(entry.policy.unjudged))
    options.absent = try choice(entry.policy.absent)
    return options
  }

  /// What an evaluation has otherwise than an entry.
  public static func differences(
    _ entry: Entry, _ evaluation: CollectionEvaluation
  ) -> [Difference] {
    var found: [Difference] = []
    let place = "\(entry.collection) (\(entry.part.rawValue))"
    let queries = evaluation.results.first?.scores.queries.count ?? 0
    if queries != entry.queries {
      found.append(
        Difference(
          isFailure: false,
          description: "\(place): \(queries) queries are scored, were \(entry.queries)"))
    }
    for name in Set(entry.inputs.keys).union(evaluation.inputs.keys).sorted()
    where entry.inputs[name] != evaluation.inputs[name] {
      let change =
        entry.inputs[name] == nil
        ? "is new" : evaluation.inputs[name] == nil ? "is gone" : "has changed"
      found.append(Difference(isFailure: false, description: "\(place): \(name) \(change)"))
    }
    for system in entry.systems {
      guard let now = evaluation.result(named: system.name).map(Self.system) else {
        found.append(
          Difference(isFailure: true, description: "\(place): system '\(system.name)' is gone"))
        continue
      }
      if now.details != system.details {
        found.append(
          Difference(
            isFailure: false,
            description: "\(place): \(system.name) is now \(now.details), was \(system.details)"))
      }
      found += differences(system, now, entry.tolerance, place)
    }
    return found
  }

  private static func differences(
    _ held: System, _ now: System, _ tolerance: Double, _ place: String
  ) -> [Difference] {
    held.figures.sorted { $0.key < $1.key }.compactMap { measure, value in
      guard let figure = now.figures[measure] else {
        return Difference(
          isFailure: true, description: "\(place): \(held.name) has no \(measure) any more")
      }
      // Half a unit of the last digit that is held.
      guard abs(figure - value) > tolerance + 5e-7 else { return nil }
      return Difference(
        isFailure: figure < value,
        description: "\(place): \(held.name) \(measure) \(figure < value ? "fell" : "rose") "
          + "from \(value) to \(figure)")
    }
  }
}
