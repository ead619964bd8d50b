import Testing
import Weighing

@Suite("Weighings") struct MassBalanceTests {
    private static let head =
        "ticket,time,kind,vehicle,from,to,stream,gross_t,tare_t,net_t,scale,onboard_t,trip\n"
    private static let sound = [
        "T1,2026-05-01T07:15:00+08:00,collect,C1,V1,S1,other,5.00,3.00,2.00,W1,2.02,",
        "T2,2026-05-01T15:10:00+08:00,transfer_out,H1,S1,P1,other,13.00,12.00,1.00,W1,,R1",
        "T3,2026-05-01T16:05:00+08:00,plant_in,H1,S1,P1,other,13.00,12.00,1.00,W2,,R1",
        "T4,2026-05-01T18:00:00+08:00,flyash_out,A1,P1,landfill_cell_ash,flyash,11.50,11.00,0.50,W2,,",
    ]
    private static let stock = "day,place,stock_end_t\n2026-04-30,S1,0\n2026-05-01,S1,1.0\n"

    private func judge(_ rows: [String], stock: String? = stock) throws -> MassBalance {
        MassBalance(
            try WeighingFile(
                tickets: Array((Self.head + rows.joined(separator: "\n")).utf8), stocks: stock.map { Array($0.utf8) }))
    }

    private func changed(_ row: Int, _ old: String, _ new: String) -> [String] {
        var rows = Self.sound
        rows[row] = rows[row].split(separator: ",", omittingEmptySubsequences: false).map {
            $0 == old ? new : String($0)
        }
        .joined(separator: ",")
        return rows
    }

    @Test("A sound day has no fault, and zero landfill is proven while ash goes to its cell") func sound() throws {
        let balance = try judge(Self.sound)
        #expect(balance.faults.isEmpty)
        #expect(balance.verdict == .proven)
        #expect(balance.totals[.collect] == 2_000)
    }

    @Test(
        "Each planted fault is named once, and the proof falls with it",
        arguments: [
            (0, "2.00", "2.30", MassBalance.Fault.Kind.netNotGrossLessTare, "T1"),
            (0, "2.02", "1.60", .onBoardDiffers, "T1"),
            (2, "R1", "R9", .neverArrived, "T2"),
        ])
    func planted(_ row: Int, _ old: String, _ new: String, _ kind: MassBalance.Fault.Kind, _ ticket: String) throws {
        let balance = try judge(changed(row, old, new))
        #expect(balance.faults.contains { $0.kind == kind && $0.ticket == ticket })
        #expect(balance.faults.filter { $0.ticket == ticket }.count == 1)
    }

    @Test("A trip whose plant ticket was left out is broken") func brokenTrip() throws {
        let balance = try judge(Self.sound.filter { !$0.hasPrefix("T3") })
        #expect(balance.faults.map(\.kind) == [.neverArrived])
        #expect(balance.verdict == .notProven)
        #expect(balance.reasons.map(\.reason) == [.tripBroken])
    }

    @Test("A weighing entered twice is named after the first") func double() throws {
        let balance = try judge(
            Self.sound + ["T9,2026-05-01T07:20:00+08:00,collect,C1,V1,S1,other,5.00,3.00,2.00,W1,2.02,"])
        #expect(balance.faults.map(\.ticket) == ["T9"])
        #expect(balance.faults.first?.other == "T1")
        #expect(balance.verdict == .notProven)
    }

    @Test("Stock that does not add up names the station and its day") func closure() throws {
        let balance = try judge(Self.sound, stock: "day,place,stock_end_t\n2026-04-30,S1,0\n2026-05-01,S1,0.2\n")
        #expect(balance.faults.map(\.kind) == [.notClosed])
        #expect(balance.faults.first?.kilograms == 800)
    }

    @Test("Raw waste to a landfill is landfilled, whatever else is sound") func landfilled() throws {
        let balance = try judge(
            Self.sound + ["T8,2026-05-01T19:00:00+08:00,raw_out,A2,P1,landfill,other,13.00,12.00,1.00,W2,,"])
        #expect(balance.verdict == .landfilled)
        #expect(balance.landfilled == 1_000)
    }

    @Test("Without stock nothing is proven") func noStock() throws {
        #expect(try judge(Self.sound, stock: nil).reasons.map(\.reason) == [.noStock])
    }

    @Test("Rows that cannot be read are named by line and field") func rows() throws {
        let text =
            Self.head
            + "T1,yesterday,collect,C1,V1,S1,other,5,3,2,W,,\nT2,2026-05-01T07:15:00+08:00,burn,C,V,S,o,1,1,0,W,,\nx"
        let file = try WeighingFile(tickets: Array(text.utf8))
        #expect(file.problems.map(\.line) == [2, 3, 4])
        #expect(file.problems.map(\.reason) == [.badTime, .unknownKind, .wrongCount])
        #expect(try WeighingFile(tickets: Array("a,b\n1,2".utf8)).problems.count == 10)
    }
}
