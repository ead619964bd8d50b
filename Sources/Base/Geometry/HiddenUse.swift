package import Kernel

/// Land somebody was seen to use, and what of it no contract covers (village-register.md, 5.2). What is left at the edges
/// because fields were measured twice is no land: pieces below a square metre or narrower than 5 cm.
package struct HiddenUse: Sendable {
    package let row: ParcelRow
    /// In 0.0001 mu; nil where the outline cannot be read or bounds no area.
    package let seenUnits: Int64?
    package let hiddenUnits: Int64
    /// Pieces of hidden land.
    package let pieces: [Piece]
    /// Why the observation has no area.
    package let rejection: Rejection?
    package let findings: [OutlineFinding]

    /// Holds an observation against the land under contract, whose rows are sound.
    package init(_ row: ParcelRow, contracted: [Outline], judge: OutlineJudge = OutlineJudge()) {
        self.row = row
        let outline: Outline
        do {
            outline = try row.outline.get().withoutRepeats
        } catch {
            (seenUnits, hiddenUnits, pieces, findings, rejection) = (nil, 0, [], [], error)
            return
        }
        findings = judge.findings(outline)
        rejection = nil
        guard findings.allSatisfy(\.hasArea) else {
            (seenUnits, hiddenUnits, pieces) = (nil, 0, [])
            return
        }
        seenUnits = outline.areaUnits
        var rest = outline
        for contract in contracted {
            guard !rest.pieces.isEmpty, let box = rest.box else { break }
            let other = contract.moved(to: outline.zone).withoutRepeats
            guard let otherBox = other.box, box.touches(otherBox) else { continue }
            guard let left = judge.planes.difference(rest, other) else { continue }
            rest = Outline(zone: outline.zone, pieces: left)
        }
        let kept = rest.pieces.filter { !judge.isNoise(Outline(zone: outline.zone, pieces: [$0])) }
        pieces = kept
        hiddenUnits = Outline(zone: outline.zone, pieces: kept).areaUnits
    }
}

/// A file of observations: what was seen, and which parcels are under contract.
package struct SeenFile: Sendable {
    package let rows: [ParcelRow]
    /// The numbers of the parcels under contract; nil where the file does not say, and all are.
    package let contracted: Set<String>?

    package init(_ bytes: [UInt8], zone: Zone? = nil, limits: ParcelLimits = ParcelLimits()) throws(Rejection) {
        rows = try GeoJSONFile.read(bytes, zone: zone, limits: limits)
        let file = try GeoJSONFile.parse(bytes, limits)
        contracted = file["contracted"]?.array.map { Set($0.compactMap(\.string)) }
    }

    /// Every observation against the parcels of `judgement` that are under contract.
    package func hidden(_ judgement: ParcelJudgement) -> [HiddenUse] {
        let judge = OutlineJudge()
        let outlines = judgement.lines.filter { line in
            line.findings.allSatisfy(\.hasArea) && (contracted?.contains(line.row.id) ?? true)
        }
        .compactMap(\.outline)
        return rows.map { HiddenUse($0, contracted: outlines, judge: judge) }
    }
}
