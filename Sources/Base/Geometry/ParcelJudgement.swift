package import Kernel

/// Whether the drawn area and the contract's agree.
package enum AreaVerdict: String, Sendable {
    case measuredMore, measuredLess

    /// Says so where they are more than 5 % of the contract and more than 0.1 mu apart [design: village-register.md, 6.2].
    package init?(measured: Int64, contract: Int64) {
        let difference = Int128(measured) - Int128(contract)
        guard difference.magnitude > 1_000, difference.magnitude * 20 > Int128(contract).magnitude else { return nil }
        self = difference > 0 ? .measuredMore : .measuredLess
    }
}

/// A file of parcels as it was judged: each row, and each pair that shares ground.
package struct ParcelJudgement: Sendable {
    package struct Line: Sendable {
        package let row: ParcelRow
        package let findings: [OutlineFinding]
        package let areaVerdict: AreaVerdict?
        /// Why the row is none, or may not enter.
        package let rejection: Rejection?

        package var outline: Outline? { try? row.outline.get() }
        /// Whether it could enter the register as it stands.
        package var isSound: Bool { rejection == nil && !findings.contains(where: \.isFault) }
    }

    package struct Pair: Sendable {
        /// Places in `lines`, the earlier first.
        package let one: Int
        package let other: Int
        package let overlap: Overlap
    }

    package let lines: [Line]
    package let pairs: [Pair]

    /// Judges all rows. `progress` is told how many of the rows are done, now and then.
    package init(
        _ rows: [ParcelRow], limits: OutlineLimits = OutlineLimits(), progress: ((Int) -> Void)? = nil
    ) {
        let judge = OutlineJudge(limits)
        var seen: [String: Int] = [:]
        var grids = Dictionary(uniqueKeysWithValues: Zone.allCases.map { ($0, LooseGrid()) })
        var lines: [Line] = []
        var pairs: [Pair] = []
        for (position, row) in rows.enumerated() {
            let line = Line(row, judge, &seen)
            lines.append(line)
            if position % 1_000 == 999 { progress?(position + 1) }
            guard let outline = line.outline, line.findings.allSatisfy(\.hasArea), let box = outline.box else {
                continue
            }
            for zone in Zone.allCases {
                let touching = grids[zone]?.touching(box.moved(from: outline.zone, to: zone)) ?? []
                for earlier in touching {
                    guard let other = lines[earlier].outline, let overlap = judge.overlap(other, outline) else {
                        continue
                    }
                    pairs.append(Pair(one: earlier, other: position, overlap: overlap))
                }
            }
            grids[outline.zone]?.insert(position, box)
        }
        self.lines = lines
        self.pairs = pairs.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    }
}

extension ParcelJudgement.Line {
    fileprivate init(_ row: ParcelRow, _ judge: OutlineJudge, _ seen: inout [String: Int]) {
        self.row = row
        var findings: [OutlineFinding] = []
        var verdict: AreaVerdict?
        var rejection: Rejection?
        switch row.outline {
        case .failure(let reason): rejection = reason
        case .success(let outline):
            findings = judge.findings(outline)
            if let contract = row.contractUnits, !findings.contains(where: { !$0.hasArea }) {
                verdict = AreaVerdict(measured: outline.areaUnits, contract: contract)
            }
        }
        if row.id.isEmpty {
            rejection = rejection ?? GeometryRejection.numberMissing.rejection
        } else if let first = seen[row.id] {
            let number = String(row.id.prefix(40))
            rejection = rejection ?? GeometryRejection.numberTwice(number: number, row: first).rejection
        } else {
            seen[row.id] = row.row
        }
        self.findings = findings
        areaVerdict = verdict
        self.rejection = rejection
    }
}
