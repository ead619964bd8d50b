import Geometry
import Kernel
import Testing

private func square(_ east: Int64, _ north: Int64, _ side: Int64) -> Ring {
    [
        GridPoint(east: 43_000_000 + east, north: 402_000_000 + north),
        GridPoint(east: 43_000_000 + east + side, north: 402_000_000 + north),
        GridPoint(east: 43_000_000 + east + side, north: 402_000_000 + north + side),
        GridPoint(east: 43_000_000 + east, north: 402_000_000 + north + side),
    ]
}

private func outline(_ rings: Ring...) -> Outline {
    Outline(zone: .zone38, pieces: rings.map { Piece(outer: $0) })
}

@Suite("Outlines") struct OutlineTests {
    let judge = OutlineJudge()

    @Test("A hole outside, a ring of two corners and crossing pieces are named")
    func names() {
        let hole = Outline(zone: .zone38, pieces: [Piece(outer: square(0, 0, 4_000), holes: [square(9_000, 0, 500)])])
        #expect(judge.findings(hole) == [.holeOutside])
        let line = outline(square(0, 0, 4_000), Array(square(9_000, 0, 500).prefix(2)))
        #expect(judge.findings(line) == [.fewerThanThreeCorners, .severalPieces])
        #expect(
            judge.findings(outline(square(0, 0, 4_000), square(2_000, 2_000, 4_000)))
                == [.selfIntersecting, .severalPieces])
        #expect(judge.findings(outline(square(0, 0, 4_000), square(9_000, 0, 50))) == [.sliver, .severalPieces])
        #expect(judge.findings(outline(square(-30_000_000, 0, 4_000))) == [.outsideZone])
    }

    @Test("One and the same field is the same however it was drawn; a smaller one inside is contained")
    func relations() {
        let field = outline(square(0, 0, 4_000))
        var turned = square(0, 0, 4_000)
        turned.append(turned.removeFirst())
        turned.reverse()
        #expect(judge.overlap(field, outline(turned))?.verdict == .same)
        #expect(judge.overlap(field, outline(square(500, 500, 1_000)))?.verdict == .contained)
        #expect(judge.overlap(field, outline(square(3_997, 0, 4_000)))?.verdict == .noise)
        // Twice the area over the edge is the mean width: of a strip of 5 cm and 40 m it is 4.994 cm, of one of 6 cm 5.991.
        #expect(judge.overlap(field, outline(square(3_995, 0, 4_000)))?.verdict == .noise)
        #expect(judge.overlap(field, outline(square(3_994, 0, 4_000)))?.verdict == .overlap)
        #expect(judge.overlap(field, outline(square(4_000, 0, 4_000))) == nil)
        #expect(judge.overlap(field, outline(square(4_000, 4_000, 4_000))) == nil)
    }

    @Test("A field of the other zone's grid still meets its neighbour")
    func zones() throws {
        let west = Place(longitude: 112.4999, latitude: 36.4)
        let corner = Zone.zone37.grid(west)
        let one = Outline(
            zone: .zone37,
            pieces: [
                Piece(outer: [
                    corner, GridPoint(east: corner.east + 4_000, north: corner.north),
                    GridPoint(east: corner.east + 4_000, north: corner.north + 4_000),
                    GridPoint(east: corner.east, north: corner.north + 4_000),
                ])
            ])
        #expect(judge.overlap(one, one.moved(to: .zone38))?.verdict == .same)
        let rows = [("w", one), ("e", one.moved(to: .zone38))].enumerated().map { position, field in
            ParcelRow(row: position + 1, properties: [:], id: field.0, outline: .success(field.1))
        }
        #expect(ParcelJudgement(rows).pairs.map(\.overlap.verdict) == [.same])
    }

    @Test("The neighbours the grid of cells finds are those that looking at all of them finds")
    func neighbours() {
        var random = SystemRandomNumberGenerator()
        var grid = LooseGrid()
        var boxes: [GridBox] = []
        for number in 0..<600 {
            let west = Int64.random(in: -2_000_000...2_000_000, using: &random)
            let south = Int64.random(in: -2_000_000...2_000_000, using: &random)
            let side = Int64.random(in: 100...(number % 50 == 0 ? 900_000 : 30_000), using: &random)
            boxes.append(GridBox(west: west, south: south, east: west + side, north: south + side / 2))
            grid.insert(number, boxes[number])
        }
        for box in boxes { #expect(grid.touching(box) == boxes.indices.filter { boxes[$0].touches(box) }) }
    }

    @Test("The edges of the area verdict: more than 5 % and more than 0.1 mu")
    func areas() {
        #expect(AreaVerdict(measured: 21_000, contract: 20_000) == nil)
        #expect(AreaVerdict(measured: 21_001, contract: 20_000) == .measuredMore)
        #expect(AreaVerdict(measured: 18_999, contract: 20_000) == .measuredLess)
        #expect(AreaVerdict(measured: 11_000, contract: 10_000) == nil)
        #expect(AreaVerdict(measured: 11_001, contract: 10_000) == .measuredMore)
    }
}

@Suite("Parcel files") struct ParcelFileTests {
    private func read(_ coordinates: String, kind: String = "Polygon", crs: String = "") throws -> [ParcelRow] {
        try GeoJSONFile.read(
            Array(
                """
                {"type":"FeatureCollection",\(crs)"features":[{"type":"Feature","properties":{"id":"A"},
                "geometry":{"type":"\(kind)","coordinates":\(coordinates)}}]}
                """.utf8))
    }

    private func problem(_ rows: [ParcelRow]) -> Int? {
        if case .failure(let rejection) = rows.first?.outline { rejection.number } else { nil }
    }

    @Test(
        "Figures that are neither degrees nor a grid, or exchanged, or without their zone, are refused by name (VR-20, VR-21)"
    )
    func systems() throws {
        let mercator = "[[[12604590,4347700],[12604690,4347700],[12604690,4347800],[12604590,4347700]]]"
        #expect(problem(try read(mercator)) == GeometryRejection.neitherDegreesNorGrid.number)
        let turned = "[[[36.33,113.22],[36.34,113.22],[36.34,113.23],[36.33,113.22]]]"
        #expect(problem(try read(turned)) == GeometryRejection.axesExchanged.number)
        let survey = "[[[4022902.24,430768.68],[4022903,430868],[4022999,430868],[4022902.24,430768.68]]]"
        #expect(problem(try read(survey)) == GeometryRejection.axesExchanged.number)
        let bare = "[[[430768.68,4022902.24],[430868,4022903],[430868,4022999],[430768.68,4022902.24]]]"
        #expect(problem(try read(bare)) == GeometryRejection.zoneUnknown.number)
        let zoned = "[[[38430768.68,4022902.24],[38430868,4022903],[38430868,4022999],[38430768.68,4022902.24]]]"
        #expect(try read(zoned).first?.outline.get().pieces.first?.outer.first?.east == 43_076_868)
        let name = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"#
        #expect(throws: Rejection.self) { try read(mercator, crs: name) }
        let sea = "[[[121.4,31.2],[121.5,31.2],[121.5,31.3],[121.4,31.2]]]"
        #expect(problem(try read(sea)) == GeometryRejection.outsideZones.number)
    }

    @Test("Rings that stay open, lines, points and empty shapes are refused row by row")
    func shapes() throws {
        #expect(problem(try read("[[[113,36],[113.1,36],[113.1,36.1]]]")) == GeometryRejection.ringOpen.number)
        #expect(problem(try read("[[113,36],[113.1,36]]", kind: "LineString")) == 1174)
        #expect(problem(try read("[]")) == GeometryRejection.recordEmpty.number)
        #expect(problem(try read("[[[\"113\",36]]]")) == GeometryRejection.badPosition.number)
    }

    @Test("Reasons have numbers of their own and both languages")
    func reasons() {
        let reasons = GeometryRejection.catalogue
        #expect(Set(reasons.map(\.number)).count == reasons.count)
        for reason in reasons {
            #expect(!reason.text.zh.contains("读不出。") && reason.text.en != "Cannot be read.")
            #expect(!reason.next.zh.isEmpty && !reason.next.en.isEmpty)
        }
    }

    @Test("A .prj tells the zone, degrees, or a system that is refused by its name")
    func projectionFiles() throws {
        let text =
            #"PROJCS["CGCS2000_3_Degree_GK_CM_111E",GEOGCS["GCS_CGCS2000",DATUM["D_CGCS2000"]],"#
            + #"PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",111.0]]"#
        #expect(try ReferenceSystem(wellKnownText: text) == .grid(.zone37))
        #expect(try ReferenceSystem(wellKnownText: #"GEOGCS["CGCS2000",DATUM["D_China_2000"]]"#) == .degrees)
        #expect(throws: Rejection.self) {
            try ReferenceSystem(wellKnownText: #"PROJCS["Xian_1980_3_Degree_GK_CM_114E",GEOGCS["GCS_Xian_1980"]]"#)
        }
        #expect(throws: Rejection.self) {
            try ReferenceSystem(wellKnownText: text.replacing("111.0", with: "117.0"))
        }
    }
}
