import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Cleanup
@testable import Registry

@Suite(
    "Charges, claims and the census", .enabled(if: sharedData("register/debts_dev.csv") != nil, "needs the shared data")
)
struct MoneyTests {
    private static func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: #require(sharedData("register/" + name)), encoding: .utf8)
        let grid = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
        return grid.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(grid[0], $0)) }
    }

    private static func cells(_ line: String) -> [String] {
        var (cells, isQuoted) = ([""], false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    private static func named<Named>(_ text: String) -> Identifier<Named> { Identifier(text) ?? .example }

    private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }

    private func context(_ day: String = "2026-03-02", _ role: Role = .villageClerk) -> Context {
        Context(
            now: Self.day(day).start,
            principal: Principal(
                person: Self.named("clerk"), role: role, office: Self.named("desk"), division: Self.named("village")),
            calendar: .announced, sequence: 123, marks: .practice)
    }

    private let body = Organisation(
        id: Self.named("tanba"), division: Self.named("village"), kind: .collective, name: "潭坝村集体经济组织", creditCode: nil)

    @Test("Each of the 24 bills of the fixture comes out to the fen, by bill and by payment on its day")
    func bills() throws {
        let rows = try Self.rows("charging_dev.csv")
        #expect(rows.count == 24)
        for row in rows {
            let bill = BillHousehold(
                bill: Self.named(row["case"]!), organisation: body.id, household: row["household"]!, name: nil,
                category: row["class"]!, found: Area(units: Int64(row["foundUnits"]!)!),
                guidePrice: Amount(Money(fen: Int64(row["priceFenPerMuYear"]!)!)), priceBasis: "2026 年表",
                months: Int64(row["months"]!)!, isHardship: row["hardship"] == "yes", isMeasuredMore: false,
                resolution: nil)
            let facts = BillHousehold.Facts(
                organisation: body, resolution: nil, rules: .holding(on: context().now.date))
            let expected = Int64(row["billFen"]!)!
            guard expected > 0 else {
                #expect(throws: CleanupRefusal.nothingToBill()) { try bill.decide(Cleanup.State(), facts, context()) }
                continue
            }
            var state = Cleanup.State()
            for event in try bill.decide(state, facts, context()) { event.change(&state, at: context().now) }
            let paidOn = ["within10days": "2026-03-12", "within20days": "2026-03-22"][row["paid"]!] ?? "2026-06-30"
            let pay = PayBill(
                bill: Self.named(row["case"]!), paidOn: Self.day(paidOn), isCash: false, reference: "R1")
            let events = try pay.decide(pay.subject(of: state), PayBill.Facts(), context("2026-07-01"))
            #expect((events.first as? BillPaid)?.amount.fen == expected, "\(row["case"]!)")
            for event in events { event.change(&state, at: context().now) }
            #expect(throws: CleanupRefusal.billPaid(Self.named(row["case"]!) as BillID)) {
                try pay.decide(pay.subject(of: state), PayBill.Facts(), context("2026-07-01"))
            }
        }
    }

    @Test("The discount holds to its last day and not a day longer")
    func edges() throws {
        let charge = LandCharge(
            category: "旱地", found: Area(units: 10_000), guidePrice: Money(fen: 10_000), months: 12, isHardship: false,
            rules: ChargeRules())
        let amounts = try [0, 10, 11, 20, 21, 30, 31].map { try charge.amount(paidAfter: $0).fen }
        #expect(amounts == [7_000, 7_000, 8_000, 8_000, 9_000, 9_000, 10_000])
    }

    private func claims() throws -> [String: Claim] {
        var claims: [String: Claim] = [:]
        for row in try Self.rows("debts_dev.csv") {
            let record = RecordClaim(
                claim: Self.named(row["id"]!), organisation: body.id, side: ClaimSide(rawValue: row["side"]!)!,
                party: row["party"]!, name: nil,
                kind: row["kind"] == "rent of land" ? .landRent : ClaimKind(rawValue: row["kind"]!)!,
                amount: Amount(Money(fen: Int64(row["amountFen"]!)!)), arose: Self.day(row["arose"]!),
                due: Self.day(row["due"]!), proof: ClaimProof(rawValue: row["proof"]!)!,
                lastAcknowledged: row["lastAcknowledged"]!.isEmpty ? nil : Self.day(row["lastAcknowledged"]!))
            var state = Cleanup.State()
            let events = try record.decide(state, RecordClaim.Facts(organisation: body), context())
            for event in events { event.change(&state, at: context().now) }
            claims[row["id"]!] = state.claim
        }
        return claims
    }

    private func setOff(
        _ left: String, _ right: String, _ claims: [String: Claim], isLandIncome: Bool = false, consent: String? = nil,
        on day: String = "2026-03-02"
    ) throws -> (Claim, Claim) {
        let verb = SetOffClaim(
            claim: Self.named(left), other: Self.named(right), isLandIncome: isLandIncome, consent: consent)
        let (found, counter) = (try #require(claims[left]), try #require(claims[right]))
        let events = try verb.decide(found, SetOffClaim.Facts(other: counter), context(day))
        let lowered = try #require(events.first as? ClaimLowered)
        let other = CompleteSetOff(claim: counter.id, other: found.id, amount: lowered.amount)
        var (one, two) = (Cleanup.State(), Cleanup.State())
        (one.claim, two.claim) = (found, counter)
        lowered.change(&one, at: context().now)
        for event in try other.decide(counter, NoFacts(), context(day)) { event.change(&two, at: context().now) }
        return (try #require(one.claim), try #require(two.claim))
    }

    @Test("The thirteen debts of the fixture: set-off within the law, time bars by date, waiver, dispute and plans")
    func debts() throws {
        let claims = try claims()
        #expect(claims.count == 13)
        let (d1, d2) = try setOff("D01", "D02", claims)
        #expect(d1.left == .zero && d2.left == .zero)
        let (d3, d4) = try setOff("D03", "D04", claims)
        #expect(d3.left.fen == 850_000 && d4.left == .zero)
        #expect(claims["D05"]?.barred == Self.day("2014-06-30"))
        #expect(claims["D06"]?.barred == Self.day("2028-12-31"))
        let waive = { (resolution: ResolutionID?, review: String?) in
            WaiveClaim(claim: Self.named("D07"), resolution: resolution, review: review)
        }
        let d7 = try #require(claims["D07"])
        let none = WaiveClaim.Facts(resolution: nil)
        #expect(throws: CleanupRefusal.resolutionMissing()) {
            try waive(nil, "paper").decide(d7, none, context("2026-03-02", .stationAgent))
        }
        #expect(throws: CleanupRefusal.reviewMissing()) {
            try waive(Self.named("res"), nil).decide(d7, none, context("2026-03-02", .stationAgent))
        }
        let d8 = try #require(claims["D08"])
        #expect(d8.isDisputed)
        let pay = PayClaim(
            claim: d8.id, amount: Amount(Money(fen: 1)), on: Self.day("2026-03-01"), reference: "R")
        #expect(throws: CleanupRefusal.claimDisputed(d8.id)) { try pay.decide(d8, PayClaim.Facts(), context()) }
        #expect(d8.barred == Self.day("2026-01-01"))
        var counter = try #require(claims["D02"])
        counter = Claim(
            id: Self.named("own"), organisation: body.id, place: body.division, side: .debt, party: "h22", kind: .other,
            opening: counter.opening, due: counter.due, proof: .receipt, left: counter.left,
            lastAcknowledged: counter.lastAcknowledged, isDisputed: false)
        #expect(throws: CleanupRefusal.landIncome()) {
            try setOff("D09", "own", ["D09": claims["D09"]!, "own": counter], isLandIncome: true)
        }
        let d10 = DebtPlan.shareOfOpening(2_000).left(of: claims["D10"]!.opening, years: 5).map(\.fen)
        #expect(d10 == [4_000_000, 3_000_000, 2_000_000, 1_000_000, 0])
        let d11 = DebtPlan.declining(1_500).left(of: claims["D11"]!.opening, years: 5).map(\.fen)
        #expect(d11 == [11_050_000, 9_392_500, 7_983_625, 6_786_081, 5_768_169])
        #expect(claims["D12"]?.barred == Self.day("2022-03-01"))
        #expect(throws: CleanupRefusal.barredClaim(Self.named("D12") as ClaimID, Self.day("2022-03-01"))) {
            try setOff("D12", "D13", claims)
        }
        let (d12, d13) = try setOff("D12", "D13", claims, consent: String(repeating: "a", count: 64))
        #expect(d12.left == .zero && d13.left == .zero)
    }

    @Test("A time that ran out under the old law stays run out; one still running on 1 October 2017 became three years")
    func timeBar() {
        func barred(_ due: String) -> CivilDate { TimeBar.barred(due: Self.day(due), lastAcknowledged: nil) }
        #expect(barred("2015-09-30") == Self.day("2017-09-30"))
        #expect(barred("2015-10-01") == Self.day("2018-10-01"))
        #expect(barred("2017-10-01") == Self.day("2020-10-01"))
    }

    @Test("What is the collective’s own before and after the census of the fixture, to the fen")
    func census() throws {
        let classes: [(String, CensusClass)] = [
            ("流动资产", .cash), ("应收款项", .receivables), ("固定资产 累计折旧", .depreciation),
            ("固定资产", .fixedAssets), ("生物资产", .biological), ("长期投资", .investments), ("应付款项", .payables),
        ]
        var state = Cleanup.State()
        let open = OpenCensus(census: nil, organisation: body.id, asOf: Self.day("2022-12-31"))
        for event in try open.decide(state, OpenCensus.Facts(organisation: body), context()) {
            event.change(&state, at: context().now)
        }
        let rows = try Self.rows("census_dev.csv")
        for row in rows {
            guard let category = classes.first(where: { row["line"]!.hasPrefix($0.0) })?.1 else { continue }
            let (book, counted) = (Int64(row["bookFen"]!)!, Int64(row["verifiedFen"]!)!)
            let line = CensusLine(
                item: row["line"]!, category: category, book: Money(fen: book), counted: Money(fen: counted),
                reason: book == counted ? nil : .undefined, note: row["reason"]!)
            #expect(line.difference.fen == Int64(row["differenceFen"]!)!)
            let verb = CountLine(census: try #require(state.census).id, line: line)
            for event in try verb.decide(verb.subject(of: state), NoFacts(), context()) {
                event.change(&state, at: context().now)
            }
        }
        let census = try #require(state.census)
        let balancing = try #require(rows.last)
        #expect(census.lines.count == 7)
        #expect(census.equityBefore.fen == Int64(balancing["bookFen"]!)! && census.equityBefore.fen == 39_920_045)
        #expect(census.equityAfter.fen == Int64(balancing["verifiedFen"]!)! && census.equityAfter.fen == 37_970_045)
        let unexplained = CensusLine(
            item: "机井", category: .fixedAssets, book: .zero, counted: Money(fen: 1), reason: nil, note: "")
        #expect(throws: CleanupRefusal.differenceUnexplained()) {
            try CountLine(census: census.id, line: unexplained).decide(census, NoFacts(), context())
        }
    }
}
