import Foundation
import Geometry
import Kernel
import TestSupport
import Testing

@testable import Registry

private typealias Corner = (Int64, Int64)

/// Corners in centimetres from a place near Luchang.
private func outline(_ rings: [Corner]...) -> LandOutline {
    LandOutline(
        Outline(
            zone: .zone38,
            pieces: rings.map { ring in
                Piece(outer: ring.map { GridPoint(east: 43_000_000 + $0.0, north: 402_000_000 + $0.1) })
            }))
}

private func box(_ west: Int64, _ south: Int64, _ width: Int64, _ height: Int64) -> LandOutline {
    outline([(west, south), (west + width, south), (west + width, south + height), (west, south + height)])
}

private func enter(_ number: String, _ outline: LandOutline, contract: Area? = nil) -> EnterParcel {
    EnterParcel(
        owner: TestRegister.collective, division: TestRegister.village, number: number, name: "南坡\(number)",
        outline: outline, contractArea: contract)
}

@Suite("Parcels of land") struct LandTests {
    private func entered(_ register: TestRegister, _ command: EnterParcel) throws -> ParcelEntered {
        try #require(try register.give(command, by: .villageClerk).first as? ParcelEntered)
    }

    @Test("An outline is written and read back, with holes and pieces; nonsense is refused")
    func text() throws {
        let pond = LandOutline(
            Outline(
                zone: .zone37,
                pieces: [
                    Piece(
                        outer: [
                            GridPoint(east: 1, north: 2), GridPoint(east: 900, north: 2),
                            GridPoint(east: 5, north: 800),
                        ],
                        holes: [
                            [
                                GridPoint(east: 20, north: 20), GridPoint(east: 40, north: 20),
                                GridPoint(east: 30, north: 50),
                            ]
                        ]),
                    Piece(outer: [
                        GridPoint(east: -7, north: 2), GridPoint(east: -9, north: 2), GridPoint(east: -8, north: 9),
                    ]),
                ]))
        #expect(LandOutline(text: pond.text) == pond)
        for nonsense in ["", "38", "38 ", "36 1,2 3,4", "38 1,2,3", "38 a,b", "38 1,2|", "38 99999999999,1"] {
            #expect(LandOutline(text: nonsense) == nil, "\(nonsense)")
        }
    }

    @Test(
        "A parcel enters with its area; shared ground is written as whole numbers, a noise pair apart from an overlap")
    func enters() throws {
        let register = try TestRegister.small()
        let first = try entered(register, enter("A1", box(0, 0, 6_000, 4_000), contract: Area(units: 30_000)))
        #expect(first.area.units == 36_000 && first.shared.isEmpty)
        let second = try entered(register, enter("A2", box(5_500, 0, 6_000, 4_000)))
        #expect(second.shared.map(\.squareCentimetres) == [2_000_000] && second.shared.map(\.verdict) == [.overlap])
        let third = try entered(register, enter("A3", box(11_497, 0, 3_000, 4_000)))
        #expect(third.shared.map(\.verdict) == [.noise])
        try register.read { tx in
            let numbers = try ParcelQueries.listShared(of: second.parcel, in: tx).map(\.number)
            #expect(numbers == ["A1", "A3"])
        }
    }

    @Test("A faulty outline, the very same field and a number used twice are refused; the same again changes nothing")
    func refused() throws {
        let register = try TestRegister.small()
        let bow = outline([(0, 0), (4_000, 3_000), (4_000, 0), (0, 3_000)])
        register.refuses(.outlineFaulty, enter("G1", bow), by: .villageClerk)
        _ = try entered(register, enter("A1", box(0, 0, 6_000, 4_000)))
        let turned = outline([(6_000, 4_000), (6_000, 0), (0, 0), (0, 4_000)])
        register.refuses(.parcelTwice, enter("A2", turned), by: .villageClerk)
        register.refuses(.parcelNumberTaken, enter("A1", box(9_000, 0, 600, 400)), by: .villageClerk)
        register.refuses(.noChange, enter("A1", box(0, 0, 6_000, 4_000)), by: .villageClerk)
    }

    @Test("A new survey keeps the old outline with its days")
    func redrawn() throws {
        let register = try TestRegister.small()
        let parcel = try entered(register, enter("A1", box(0, 0, 6_000, 4_000))).parcel
        register.now = try #require(Instant("2027-05-01T09:00:00+08:00"))
        try register.give(
            RedrawParcel(parcel: parcel, outline: box(0, 0, 5_000, 4_000), reason: "重新测绘"), by: .villageClerk)
        register.refuses(
            .reasonMissing, RedrawParcel(parcel: parcel, outline: box(0, 0, 4_000, 4_000), reason: " "),
            by: .villageClerk)
        try register.read { tx in
            let path = try #require(try DivisionQueries.findPath(TestRegister.village, in: tx))
            let before = try ParcelQueries.list(within: path, on: day("2026-12-31"), in: tx)
            #expect(before.map(\.outline) == [box(0, 0, 6_000, 4_000)])
            let after = try ParcelQueries.list(within: path, on: day("2027-05-01"), in: tx)
            #expect(after.map(\.outline) == [box(0, 0, 5_000, 4_000)] && after.map(\.area.units) == [30_000])
        }
    }

    @Test("A split that leaves a gap, reaches beyond or overlaps is refused")
    func badSplits() throws {
        let register = try TestRegister.small()
        let parcel = try entered(register, enter("A1", box(0, 0, 6_000, 4_000))).parcel
        func split(_ parts: [LandOutline]) -> SplitParcel {
            SplitParcel(
                parcel: parcel,
                parts: parts.enumerated().map { ParcelPart(number: "A1-\($0.offset)", name: "块", outline: $0.element) },
                reason: "分地")
        }
        register.refuses(.splitTooFew, split([box(0, 0, 6_000, 4_000)]), by: .villageClerk)
        register.refuses(
            .splitNotCovering, split([box(0, 0, 3_000, 4_000), box(3_000, 0, 2_000, 4_000)]), by: .villageClerk)
        register.refuses(
            .splitNotCovering, split([box(0, 0, 3_000, 4_000), box(3_000, 0, 3_500, 4_000)]), by: .villageClerk)
        register.refuses(
            .splitOverlaps, split([box(0, 0, 3_500, 4_000), box(3_000, 0, 3_000, 4_000)]), by: .villageClerk)
    }

    @Test("Parcels of two zones do not merge, unknown ones are named, and an outline that is none is refused")
    func apart() throws {
        let register = try TestRegister.small()
        let here = try entered(register, enter("A1", box(0, 0, 6_000, 4_000))).parcel
        let corners = [(0, 0), (5_000, 0), (5_000, 5_000)].map { east, north in
            GridPoint(east: 62_000_000 + Int64(east), north: 404_000_000 + Int64(north))
        }
        let west = LandOutline(Outline(zone: .zone37, pieces: [Piece(outer: corners)]))
        let there = try entered(register, enter("W1", west)).parcel
        register.refuses(
            .mergeApart, MergeParcels(parcels: [here, there], number: "M", name: "合并", reason: "合并"),
            by: .villageClerk)
        let unknown = try #require(ParcelID("nobody"))
        register.refuses(
            .parcelUnknown, RedrawParcel(parcel: unknown, outline: west, reason: "重新测绘"), by: .villageClerk)
        let rejection = #expect(throws: Rejection.self) {
            try LandOutline(field: .string("38 nonsense"), notation: .typed)
        }
        #expect(rejection?.number == RegistryRefusal.outlineUnreadable.number)
    }

    /// The number of fields comes from `QIANMO_SPLITS`.
    @Test("Random fields cut into seven and merged back: registered sums exact, every past outline shown")
    func splitAndMerge() throws {
        let fields = ProcessInfo.processInfo.environment["QIANMO_SPLITS"].flatMap { Int($0) } ?? 25
        var random = SeededRandom(seed: 16)
        let register = try TestRegister.small()
        for number in 0..<fields {
            // Rows of 300, so that ten thousand stay inside the zone.
            let (west, south) = (Int64(number % 300) * 100_000, Int64(number / 300) * 10_000)
            func near(_ east: Int64, _ north: Int64) -> Corner {
                (
                    west + east + Int64.random(in: 0...900, using: &random),
                    south + north + Int64.random(in: 0...900, using: &random)
                )
            }
            let (a, b, c, d) = (near(0, 0), near(9_000, 0), near(9_000, 5_000), near(0, 5_000))
            let whole = outline([a, b, c, d])
            let before = try entered(register, enter("F\(number)", whole))
            func along(_ from: Corner, _ to: Corner, _ share: Int64) -> Corner {
                (from.0 + (to.0 - from.0) * share / 7, from.1 + (to.1 - from.1) * share / 7)
            }
            let parts = (0..<7).map { share in
                let (low, high) = (Int64(share), Int64(share + 1))
                let strip = outline([along(a, b, low), along(a, b, high), along(d, c, high), along(d, c, low)])
                return ParcelPart(number: "F\(number)-\(share)", name: "块\(share)", outline: strip)
            }
            let answer = try register.give(
                SplitParcel(parcel: before.parcel, parts: parts, reason: "分地"), by: .villageClerk)
            let split = try #require(answer.first as? ParcelSplit)
            #expect(split.parts.reduce(Int64(0)) { $0 + $1.area.units } == before.area.units)
            let merger = try register.give(
                MergeParcels(parcels: split.parts.map(\.parcel), number: "F\(number)", name: "复原", reason: "合并"),
                by: .villageClerk)
            let merged = try #require(merger.first as? ParcelsMerged)
            #expect(merged.area == before.area && merged.outline.outline.pieces.count == 1)
            #expect(OutlineJudge().overlap(merged.outline.outline, whole.outline)?.verdict == .same)
            try register.read { tx in
                let drawn = try ParcelQueries.listOutlines(of: before.parcel, in: tx).map(\.outline)
                let kin = try ParcelQueries.listKin(of: merged.parcel, in: tx).before
                #expect(drawn == [whole] && kin.count == 7)
                for part in split.parts {
                    let drawn = try ParcelQueries.listOutlines(of: part.parcel, in: tx).map(\.outline)
                    #expect(drawn == [part.outline])
                }
            }
            register.refuses(
                .parcelClosed, SplitParcel(parcel: before.parcel, parts: parts, reason: "再分"), by: .villageClerk)
        }
    }
}
