import Kernel
import Testing

@testable import Exchange
@testable import Registry

@Suite("From the signature to the end of the contract") struct ContractTests {
    /// Signed, paid, certified and filed.
    private static func filed() throws -> TestHouse {
        let house = try TestHouse.certified()
        try house.give(FileLot(lot: Village.lot), by: Village.agent)
        return house
    }

    private static func payment(_ fen: Int64) -> RecordFirstPayment {
        RecordFirstPayment(lot: Village.lot, amount: Money(fen: fen), reference: "t")
    }

    // MARK: Signing

    @Test("The contract may begin later, but never end after the right it gives")
    func beginning() throws {
        let house = try TestHouse.confirmed()
        house.expectRefusal(
            .beyondRight, SignContract(lot: Village.lot, startsOn: Village.day("2028-01-02")), by: Village.agent)
        try house.give(SignContract(lot: Village.lot, startsOn: Village.day("2028-01-01")), by: Village.agent)
        let signed = try #require(house.all(ContractSigned.self).first)
        #expect(signed.endsOn == Village.day("2057-12-31") && signed.lessee == Village.id("person3"))
        #expect(signed.contract == Village.id("L1"))
        house.expectRefusal(.wrongState, SignContract(lot: Village.lot), by: Village.agent)
    }

    @Test(
        "A lease signed late keeps to the cap: to the day of the same number it may last, a day longer it may not",
        arguments: [("2026-03-02", nil), ("2026-03-01", .leaseTooLong), ("2046-03-03", .termMissing)]
            as [(String, ExchangeRefusal?)])
    func cap(_ day: String, _ refusal: ExchangeRefusal?) throws {
        let house = try TestHouse()
        try house.resolve("first")
        try house.list(
            Village.terms(
                category: .a2, way: .lease, startsOn: nil, years: nil, endsOn: Village.day("2046-03-02"), payments: [],
                resolution: Village.id("first")), asset: try house.ownField())
        try house.admit(3)
        try house.sell()
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        try house.wait(until: try #require(try house.view().publicityEndsAt))
        let sign = SignContract(lot: Village.lot, startsOn: Village.day(day))
        let nobody = #expect(throws: Rejection.self) {
            try sign.decide(
                house.lot(), SignContract.Facts(winner: nil, cap: TermCap(leaseYears: 20, wasteYears: 50)),
                Village.context(house.now, Village.agent))
        }
        #expect(nobody?.number == ExchangeRefusal.winnerUnknown.number)
        if let refusal {
            house.expectRefusal(refusal, sign, by: Village.agent)
        } else {
            try house.give(sign, by: Village.agent)
            #expect(house.all(ContractSigned.self).map(\.endsOn) == [Village.day("2046-03-02")])
        }
    }

    @Test("The winner gets a second time to sign, once, and only while the first lasts")
    func signing() throws {
        let house = try TestHouse.confirmed()
        let first = try #require(try house.view().signBy)
        let extend = ExtendSigning(lot: Village.lot, reasons: "abroad")
        house.expectRefusal(.reasonsMissing, ExtendSigning(lot: Village.lot, reasons: "\n"), by: Village.reviewer)
        let late = try TestHouse.confirmed()
        late.now = first.adding(milliseconds: 1)
        late.expectRefusal(.extensionUsedUp, extend, by: Village.reviewer)
        house.now = first
        try house.give(extend, by: Village.reviewer)
        #expect(try #require(try house.view().signBy) > first)
        house.expectRefusal(.extensionUsedUp, extend, by: Village.reviewer)
        try house.give(SignContract(lot: Village.lot), by: Village.agent)
        house.expectRefusal(.wrongState, extend, by: Village.reviewer)
    }

    // MARK: Money

    @Test("A payment is spread over the instalments in order, and more than the contract owes is refused")
    func payments() throws {
        let house = try TestHouse.signed()
        func pay(_ fen: Int64) throws -> [PaymentPart] {
            try house.give(Self.payment(fen), by: Village.agent)
            return try #require(house.all(PaymentRecorded.self).last).parts
        }
        house.expectRefusal(.amountNotPositive, Self.payment(0), by: Village.agent)
        #expect(try pay(28_000_000) == [PaymentPart(number: 1, amount: Money(fen: 28_000_000))])
        // The books took it up; it does not count twice.
        try house.give(
            CountPayment(contract: Village.id("L1"), number: 1, paid: Money(fen: 28_000_000)), by: Village.system)
        #expect(
            try pay(1_000_000) == [
                PaymentPart(number: 1, amount: Money(fen: 800_000)),
                PaymentPart(number: 2, amount: Money(fen: 200_000)),
            ])
        house.expectRefusal(.beyondTotal, Self.payment(43_000_001), by: Village.agent)
        #expect(try pay(43_000_000).map(\.number) == [2, 3])
        #expect(try house.view().paid == Money(fen: 72_000_000))
    }

    @Test("What the books count makes the certificate possible too, once and not twice")
    func counted() throws {
        let house = try TestHouse.signed()
        let contract: ContractID = Village.id("L1")
        func count(_ number: Int64, _ fen: Int64) throws -> Int {
            try house.give(CountPayment(contract: contract, number: number, paid: Money(fen: fen)), by: Village.system)
                .count
        }
        house.expectRefusal(.wrongState, CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try count(1, 28_799_999) == 1)
        house.expectRefusal(.firstPaymentShort, CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try count(1, 28_800_000) == 1)
        #expect(try house.view().paid == Money(fen: 28_800_000))
        try house.give(Self.payment(1_000_000), by: Village.agent)
        let parts = try #require(house.all(PaymentRecorded.self).last).parts
        #expect(
            parts == [PaymentPart(number: 2, amount: Money(fen: 1_000_000))], "the first was paid through the books")
        try house.give(CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try house.view().line.state == .certified)
        let unknown = CountPayment(contract: Village.id("other"), number: 1, paid: Money(fen: 1))
        #expect(try house.give(unknown, by: Village.system).isEmpty)
    }

    @Test("A lot whose first instalment came through the books alone settles with its certificate")
    func bookedOnly() throws {
        let house = try TestHouse.signed()
        try house.give(
            CountPayment(contract: Village.id("L1"), number: 1, paid: Money(fen: 28_800_000)), by: Village.system)
        #expect(try house.view().line.state == .contractSigned)
        try house.give(CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try house.view().steps.map(\.state).suffix(3) == [.contractSigned, .settling, .certified])
        #expect(try house.lot().state == .certified)
    }

    // MARK: The contract's life

    @Test("The clock takes a contract from performing to expiring ninety days before its last day, and to its end")
    func life() throws {
        let house = try Self.filed()
        let last = house.now.date.adding(years: 30).adding(days: -1)
        let soon = last.adding(days: -90).start
        house.expectRefusal(.notYetDue, BeginExpiry(lot: Village.lot), by: Village.system)
        try house.wait(until: soon.adding(milliseconds: -1))
        #expect(try house.view().line.state == .performing)
        try house.wait(until: soon)
        #expect(try house.view().line.state == .expiring)
        house.expectRefusal(.notYetDue, FinishContract(lot: Village.lot), by: Village.system)
        try house.wait(until: last.end.adding(milliseconds: -1))
        #expect(try house.view().line.state == .expiring)
        try house.wait(until: last.end)
        #expect(try house.view().line.state == .finished)
    }

    @Test("A contract ends early only for a listed cause with its reasons, and the clock then does nothing more")
    func earlyEnd() throws {
        let house = try Self.filed()
        house.expectRefusal(
            .reasonsMissing, EndContractEarly(lot: Village.lot, cause: .leftIdle, reasons: " "), by: Village.clerk)
        try house.give(EndContractEarly(lot: Village.lot, cause: .leftIdle, reasons: "two years"), by: Village.clerk)
        #expect(try house.view().line.state == .earlyTerminated && house.view().remark == "two years")
        #expect(house.all(ContractEndedEarly.self).map(\.endedOn) == [house.now.date])
        try house.wait(until: house.now.date.adding(years: 31).start)
        #expect(try house.view().line.state == .earlyTerminated)
    }

    @Test("An expiring contract is renewed by a new resolution of its owner, and not below today's floor")
    func renewal() throws {
        let house = try TestHouse()
        // A village's own land: a household's price would be its own.
        try house.resolve("first")
        try house.list(
            Village.terms(
                category: .a2, way: .lease, startsOn: nil, years: 5, payments: [], resolution: Village.id("first")),
            asset: try house.ownField())
        try house.admit(3)
        try house.sell()
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        try house.wait(until: try #require(try house.view().publicityEndsAt))
        try house.give(SignContract(lot: Village.lot), by: Village.agent)
        try house.give(Self.payment(2_400_000), by: Village.agent)
        try house.certify()
        try house.give(FileLot(lot: Village.lot), by: Village.agent)
        func renew(_ resolution: String, _ price: Int64 = 130_000) -> RenewContract {
            RenewContract(lot: Village.lot, resolution: Village.id(resolution), price: Money(fen: price))
        }
        house.expectRefusal(.wrongState, renew("second"), by: Village.clerk)
        try house.wait(until: house.now.date.adding(years: 5).adding(days: -30).start)
        #expect(try house.view().line.state == .expiring)
        house.expectRefusal(.resolutionMissing, renew("second"), by: Village.clerk)
        house.expectRefusal(.resolutionMissing, renew("first"), by: Village.clerk)
        try house.resolve("second")
        let failed = RenewContract.Facts(
            resolution: ResolutionFacts(organisation: TestHouse.collective, passed: false), floor: nil,
            isHouseholdRight: false)
        let lot = try house.lot()
        let missed = #expect(throws: Rejection.self) {
            try renew("second").decide(lot, failed, Village.context(house.now, Village.clerk))
        }
        let theirs = RenewContract.Facts(
            resolution: ResolutionFacts(organisation: Village.id("other"), passed: true), floor: nil,
            isHouseholdRight: false)
        let foreign = #expect(throws: Rejection.self) {
            try renew("second").decide(lot, theirs, Village.context(house.now, Village.clerk))
        }
        #expect(foreign?.number == ExchangeRefusal.resolutionOfAnother.number)
        #expect(missed?.number == ExchangeRefusal.majorityMissed.number)
        house.expectRefusal(.amountNotPositive, renew("second", 0), by: Village.clerk)
        try GuidePriceTests.publish(in: house, floor: 130_001)
        house.expectRefusal(.belowFloor, renew("second"), by: Village.clerk)
        try house.give(renew("second", 130_001), by: Village.clerk)
        #expect(try house.view().line.state == .renewed)
    }
}
