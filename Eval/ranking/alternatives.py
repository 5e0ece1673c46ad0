#!/usr/bin/env python3
"""What the literature's expansions and proximity bring to BM25 on public collections.

    pip install numpy PyStemmer
    python3 Eval/collections/convert.py S/data OUT
    python3 Eval/ranking/alternatives.py OUT/scifact OUT/cranfield …

A BM25 of its own (Lucene's analysis and parameters, its AP within 0.005 of `qsearch eval`'s), and over its results, each with the parameters of its
paper or of the tool that is known for it:
- RM3 (Abdul-Jaleel et al. 2004), as Anserini has it: ten terms of ten documents, half of the weight;
- Bo1 (Amati 2003), as Terrier has it: ten terms of three documents;
- proximity: neighboring words of the query beside each other (0.1) or within eight words (0.05), the weights of sequential dependence
  (Metzler and Croft 2005), scored as BM25 scores words;
- PPMI: of each word the five most related of the collection (by documents with both, at least three), together a fifth of its weight;
- coverage: the part of the query's idf that a document has, times a fifth of the best score, for the first hundred.
Prints AP, and the p of a paired randomization test beside BM25 (before correction)."""
import argparse, collections, json, math, pathlib, re
import numpy, Stemmer

STOP = set("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".split())
K1, B = 1.2, 0.75


class Collection:
    def __init__(self, folder):
        stem = Stemmer.Stemmer("porter").stemWord
        self.analyze = lambda text: [stem(word) for word in re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", text.lower())) if word not in STOP]
        description = json.loads((folder / "collection.json").read_text())
        self.names, self.terms = [], []
        for line in (folder / description["documents"]).read_text().splitlines():
            document = json.loads(line)
            self.names.append(document["id"])
            self.terms.append(self.analyze(" ".join(document.get(key) or "" for key in description.get("fields", ("title", "text")))))
        self.counts = [collections.Counter(terms) for terms in self.terms]
        lengths = numpy.array([len(terms) for terms in self.terms])
        self.norm = K1 * (1 - B + B * lengths / lengths.mean())
        self.count = len(self.names)
        postings = collections.defaultdict(list)
        for number, counts in enumerate(self.counts):
            for term, frequency in counts.items():
                postings[term].append((number, frequency))
        self.postings = {term: tuple(map(numpy.array, zip(*list_))) for term, list_ in postings.items()}
        self.frequency = {term: int(frequencies.sum()) for term, (_, frequencies) in self.postings.items()}
        self.queries = {}
        for line in (folder / "queries.tsv").read_text().splitlines():
            name, text = line.split("\t")[:2]
            self.queries[name] = self.analyze(text)
        self.relevant, self.excluded = collections.defaultdict(set), collections.defaultdict(set)
        for line in (folder / "qrels.txt").read_text().splitlines():
            query, _, document, grade = line.split()[:4]
            if int(grade) > 0:
                self.relevant[query].add(document)
        if (folder / "exclude.tsv").exists():
            for line in (folder / "exclude.tsv").read_text().splitlines():
                query, document = line.split()[:2]
                self.excluded[query].add(document)
        for query, documents in self.excluded.items():
            self.relevant[query] -= documents

    def part(self, numbers, frequencies):
        """The scores of a word (or pair of words) that these documents have so often."""
        idf = math.log(1 + (self.count - len(numbers) + 0.5) / (len(numbers) + 0.5))
        return idf * frequencies / (frequencies + self.norm[numbers])

    def search(self, weights):
        scores = numpy.zeros(self.count)
        for term, weight in sorted(weights.items()):
            if term in self.postings:
                numbers, frequencies = self.postings[term]
                scores[numbers] += weight * self.part(numbers, frequencies)
        return scores

    def average_precision(self, query, scores):
        found, total, place = 0, 0.0, 0
        for number in numpy.argsort(-scores, kind="stable")[:1000 + len(self.excluded[query])]:
            if scores[number] <= 0 or place == 1000:
                break
            if self.names[number] in self.excluded[query]:
                continue
            place += 1
            if self.names[number] in self.relevant[query]:
                found += 1
                total += found / place
        return total / len(self.relevant[query])


def best(scores, count):
    return [number for number in numpy.argsort(-scores, kind="stable")[:count] if scores[number] > 0]


def rm3(index, query, scores, documents=10, terms=10, own=0.5):
    first = best(scores, documents)
    model = collections.Counter()
    for number in first:
        for term, frequency in index.counts[number].items():
            model[term] += scores[number] * frequency / len(index.terms[number])
    model = dict(model.most_common(terms))
    total, length = sum(model.values()) or 1, sum(query.values())
    weights = {term: own * weight / length for term, weight in query.items()}
    for term, weight in model.items():
        weights[term] = weights.get(term, 0) + (1 - own) * weight / total
    return index.search(weights)


def bo1(index, query, scores, documents=3, terms=10):
    first = collections.Counter()
    for number in best(scores, documents):
        first.update(index.counts[number])
    model = {}
    for term, frequency in first.items():
        chance = index.frequency[term] / index.count
        model[term] = frequency * math.log2((1 + chance) / chance) + math.log2(1 + chance)
    model = dict(sorted(model.items(), key=lambda item: (-item[1], item[0]))[:terms])
    most, length = max(model.values(), default=1), max(query.values())
    weights = {term: weight / length for term, weight in query.items()}
    for term, weight in model.items():
        weights[term] = weights.get(term, 0) + weight / most
    return index.search(weights)


def proximity(index, query, scores, words, ordered=0.1, near=0.05, window=8):
    scores = scores.copy()
    for one, other in zip(words, words[1:]):
        if one == other or one not in index.postings or other not in index.postings:
            continue
        exact, within = {}, {}
        for number in numpy.intersect1d(index.postings[one][0], index.postings[other][0]):
            places = [[place for place, term in enumerate(index.terms[number]) if term == word] for word in (one, other)]
            count = sum(place + 1 in set(places[1]) for place in places[0])
            if count:
                exact[number] = count
            count = sum(any(abs(place - second) < window for second in places[1]) for place in places[0])
            if count:
                within[number] = count
        for weight, found in ((ordered, exact), (near, within)):
            if found:
                numbers = numpy.array(sorted(found))
                scores[numbers] += weight / 0.85 * index.part(numbers, numpy.array([found[number] for number in numbers]))
    return scores


def ppmi(index, query, scores, related=5, share=0.2, least=3):
    weights = dict(query)
    for term, weight in query.items():
        if term not in index.postings:
            continue
        numbers = index.postings[term][0]
        if not least <= len(numbers) <= index.count / 10:
            continue
        together = collections.Counter()
        for number in numbers:
            together.update(index.counts[number].keys())
        found = []
        for other, count in together.items():
            frequency = len(index.postings[other][0])
            if other != term and count >= least and frequency <= index.count / 10:
                found.append((math.log(count * index.count / (len(numbers) * frequency)), other))
        found = [pair for pair in sorted(found, reverse=True)[:related] if pair[0] > 0]
        total = sum(value for value, _ in found)
        for value, other in found:
            weights[other] = weights.get(other, 0) + share * weight * value / total
    return index.search(weights)


def coverage(index, query, scores, share=0.2, depth=100):
    first = best(scores, depth)
    idf = {term: math.log(1 + index.count / len(index.postings[term][0])) for term in query if term in index.postings}
    total, scores = sum(idf.values()) or 1, scores.copy()
    # The best score is that before anything is added.
    most = scores.max()
    for number in first:
        scores[number] += most + share * most * sum(value for term, value in idf.items() if term in index.counts[number]) / total
    return scores


def p_value(one, other, rounds=10_000):
    difference = numpy.array(one) - numpy.array(other)
    signs = numpy.random.default_rng(1).choice([-1, 1], (rounds, len(difference)))
    return (1 + (abs((signs * difference).mean(1)) >= abs(difference.mean()) - 1e-12).sum()) / (rounds + 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("collections", nargs="+", type=pathlib.Path)
    systems = ["bm25", "RM3", "Bo1", "proximity", "PPMI", "coverage"]
    print("| collection | " + " | ".join(systems) + " |\n" + "|---" * (len(systems) + 1) + "|")
    for folder in parser.parse_args().collections:
        index = Collection(folder)
        values = {system: [] for system in systems}
        for name, words in index.queries.items():
            if not index.relevant[name]:
                continue
            query = collections.Counter(words)
            scores = index.search(query)
            if not query or scores.max() <= 0:
                tables = [scores] * len(systems)
            else:
                tables = [scores, rm3(index, query, scores), bo1(index, query, scores), proximity(index, query, scores, words),
                          ppmi(index, query, scores), coverage(index, query, scores)]
            for system, table in zip(systems, tables):
                values[system].append(index.average_precision(name, table))
        cells = [f"{sum(values['bm25']) / len(values['bm25']):.4f}"]
        for system in systems[1:]:
            cells.append(f"{sum(values[system]) / len(values[system]):.4f} ({p_value(values[system], values['bm25']):.3f})")
        print(f"| {folder.name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
