/// A line of a file that is no part of a network, and why.
package struct DimacsFault: Error, Sendable, Hashable {
    package enum Reason: String, Sendable, Hashable {
        case noProblemLine, secondProblemLine, badProblemLine, badNodeLine, badArcLine, unknownLine, unknownNode
        case tooManyArcs, tooFewArcs, numberTooLarge, capacityBelowLower, nodeTwice
    }

    /// From 1; the last line where something is missing.
    package let line: Int
    package let reason: Reason
}

extension FlowNetwork {
    /// A network in the DIMACS form for minimum-cost flows: `p min NODES ARCS`, `n NODE SUPPLY`, `a TAIL HEAD LOWER CAPACITY
    /// COST`, `c` for comments. Nodes count from 1.
    package init(dimacs bytes: [UInt8]) throws(DimacsFault) {
        var made: FlowNetwork?
        var announced = 0
        var named: Set<Int> = []
        var number = 0
        for text in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let words = text.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard let kind = words.first, kind != [0x63] else { continue }
            func fault(_ reason: DimacsFault.Reason) -> DimacsFault { DimacsFault(line: number, reason: reason) }
            func numbers(_ count: Int, or reason: DimacsFault.Reason) throws(DimacsFault) -> [Int64] {
                guard words.count == count + 1 else { throw fault(reason) }
                var found: [Int64] = []
                for word in words.dropFirst() {
                    let text = String(decoding: word, as: UTF8.self)
                    guard let value = Int64(text) else {
                        let isNumber = text.drop { $0 == "-" || $0 == "+" }.allSatisfy(\.isNumber) && text.count > 18
                        throw fault(isNumber ? .numberTooLarge : reason)
                    }
                    found.append(value)
                }
                return found
            }
            if kind == [0x70] {
                guard made == nil else { throw fault(.secondProblemLine) }
                guard words.count == 4, words[1].elementsEqual("min".utf8),
                    let nodes = Int(String(decoding: words[2], as: UTF8.self)),
                    let arcs = Int(String(decoding: words[3], as: UTF8.self)), (0...10_000_000).contains(nodes),
                    (0...100_000_000).contains(arcs)
                else { throw fault(.badProblemLine) }
                made = FlowNetwork(nodes: nodes)
                announced = arcs
                continue
            }
            guard var network = made else { throw fault(.noProblemLine) }
            made = nil
            defer { made = network }
            func node(_ value: Int64) throws(DimacsFault) -> Int {
                guard value >= 1, value <= Int64(network.supplies.count) else { throw fault(.unknownNode) }
                return Int(value - 1)
            }
            switch kind {
            case [0x6E]:
                let values = try numbers(2, or: .badNodeLine)
                let place = try node(values[0])
                guard named.insert(place).inserted else { throw fault(.nodeTwice) }
                network.supply(values[1], at: place)
            case [0x61]:
                let values = try numbers(5, or: .badArcLine)
                guard values[2] <= values[3] else { throw fault(.capacityBelowLower) }
                guard network.arcs.count < announced else { throw fault(.tooManyArcs) }
                network.add(
                    Arc(
                        try node(values[0]), try node(values[1]), lower: values[2], capacity: values[3],
                        cost: values[4]))
            default: throw fault(.unknownLine)
            }
        }
        guard let network = made else { throw DimacsFault(line: number, reason: .noProblemLine) }
        guard network.arcs.count == announced else { throw DimacsFault(line: number, reason: .tooFewArcs) }
        self = network
    }
}
