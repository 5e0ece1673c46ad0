/// What is measured of a pair of questions to tell whether they ask the same. All are symmetric.
///
/// How long the questions are is left out: in pairs that people made up rewordings are longer, in
/// banks they are not.
public enum PairFeature: String, Sendable, CaseIterable {
  /// Weight of the words that stand for each other as a share of all words' weight.
  case overlap
  /// The share of its weight that the less covered question has in common.
  case leastCoverage
  /// The share of its weight that the better covered question has in common.
  case mostCoverage
  /// The greatest weight of a word in common.
  case sharedTopic
  /// The greatest weight of two words in the same place that do not stand for each other.
  case substitution
  /// Whether the only words that differ are one of each question in the same place.
  case soleSubstitution
  /// Whether all that differs are runs of words in the same place.
  case slotSubstitution
  /// Whether all that one question has more is where: "in MongoDB".
  case scopeAdded
  /// Whether all words that name things stand for each other, and nothing else is asked.
  case sameWords
  /// The share of linked words that are linked as synonyms or members of a family.
  case synonymShare
  /// Whether an acronym is linked to its expansion.
  case acronym
  /// Whether numbers differ; whether one question alone has numbers.
  case numbers, numberAdded
  /// Whether one is negated and the other not.
  case negation
  /// Whether opposites stand in them.
  case opposites
  /// Whether arguments have changed places.
  case swapped
  /// Whether names in the same place differ.
  case names
  /// Whether notation or signs differ.
  case notation
  /// Whether options or code behind the questions differ.
  case tail
  /// Whether both ask for aspects that exclude each other; whether only one asks for such.
  case aspectConflict, aspectAdded
  /// The share of aspects in common.
  case aspectOverlap
  /// Whether one question asks what something is and the other something of it; whether both ask
  /// for something, and not for the same. Where all words are the same, it is what differs.
  case tellingAdded, tellingConflict, tellingDifference
  /// Whether both compare things, or neither does.
  case comparison
  /// Whether both have answers, and the root of the cosine of these: log-odds are about linear in
  /// it.
  case answers, answerCosine
  /// The root of the cosine of all that is said, questions and answers together.
  case documentCosine
  /// How much of the weight left over in one question the other's answer is about.
  case answerCoverage
  /// Whether only one question has an answer.
  case oneAnswer
  /// Whether lead-ins differ; whether only one has a lead-in.
  case contextConflict, contextAdded
}
