import Kernel
import Testing

@testable import Exchange
@testable import Registry

@Suite("From the signature to the end of the contract") struct ContractTests {
    /// Signed, paid, certified and filed.
    private static func filed() throws -> TestInstallation {
        let installation = try TestInstallation.certified()
        try installation.give(FileLot(lot: Village.lot), by: Village.agent)
        return installation
    }

    private static func payment(_ fen: Int64) -> RecordFirstPayment {
        RecordFirstPayment(lot: Village.lot, amount: Money(fen: fen), reference: "t")
    }

    // MARK: Signing

    @Test("The contract may begin later, but never end after the right it gives")
    func beginning() throws {
        let installation = try TestInstallation.confirmed()
        installation.expectRefusal(
            .beyondRight, SignContract(lot: Village.lot, startsOn: Village.day("2028-01-02")), by: Village.agent)
        try installation.give(SignContract(lot: Village.lot, startsOn: Village.day("2028-01-01")), by: Village.agent)
        let signed = try #require(installation.all(ContractSigned.self).first)
        #expect(signed.endsOn == Village.day("2057-12-31") && signed.lessee == Village.id("person3"))
        #expect(signed.contract == Village.id("L1"))
        installation.expectRefusal(.wrongState, SignContract(lot: Village.lot), by: Village.agent)
    }

    @Test(
        "A lease signed late keeps to the cap: to the day of the same number it may last, a day longer it may not",
        arguments: [("2026-03-02", nil), ("2026-03-01", .leaseTooLong), ("2046-03-03", .termMissing)]
            as [(String, ExchangeRefusal?)])
    func cap(_ day: String, _ refusal: ExchangeRefusal?) throws {
        let installation = try TestInstallation()
        try installation.resolve("first")
        try installation.list(
            Village.terms(
                category: .a2, way: .lease, startsOn: nil, years: nil, endsOn: Village.day("2046-03-02"), payments: [],
                resolution: Village.id("first")), asset: try installation.ownField())
        try installation.admit(3)
        try installation.sell()
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        try installation.wait(until: try #require(try installation.view().publicityEndsAt))
        let sign = SignContract(lot: Village.lot, startsOn: Village.day(day))
        let nobody = #expect(throws: Rejection.self) {
            try sign.decide(
                installation.lot(), SignContract.Facts(winner: nil, cap: TermCap(leaseYears: 20, wasteYears: 50)),
                Village.context(installation.now, Village.agent))
        }
        #expect(nobody?.number == ExchangeRefusal.winnerUnknown.number)
        if let refusal {
            installation.expectRefusal(refusal, sign, by: Village.agent)
        } else {
            try installation.give(sign, by: Village.agent)
            #expect(installation.all(ContractSigned.self).map(\.endsOn) == [Village.day("2046-03-02")])
        }
    }

    @Test("The winner gets a second time to sign, once, and only while the first lasts")
    func signing() throws {
        let installation = try TestInstallation.confirmed()
        let first = try #require(try installation.view().signBy)
        let extend = ExtendSigning(lot: Village.lot, reasons: "abroad")
        installation.expectRefusal(
            .reasonsMissing, ExtendSigning(lot: Village.lot, reasons: "\n"), by: Village.reviewer)
        let late = try TestInstallation.confirmed()
        late.now = first.adding(milliseconds: 1)
        late.expectRefusal(.extensionUsedUp, extend, by: Village.reviewer)
        installation.now = first
        try installation.give(extend, by: Village.reviewer)
        #expect(try #require(try installation.view().signBy) > first)
        installation.expectRefusal(.extensionUsedUp, extend, by: Village.reviewer)
        try installation.give(SignContract(lot: Village.lot), by: Village.agent)
        installation.expectRefusal(.wrongState, extend, by: Village.reviewer)
    }

    // MARK: Money

    @Test("A payment is spread over the instalments in order, and more than the contract owes is refused")
    func payments() throws {
        let installation = try TestInstallation.signed()
        func pay(_ fen: Int64) throws -> [PaymentPart] {
            try installation.give(Self.payment(fen), by: Village.agent)
            return try #require(installation.all(PaymentRecorded.self).last).parts
        }
        installation.expectRefusal(.amountNotPositive, Self.payment(0), by: Village.agent)
        #expect(try pay(28_000_000) == [PaymentPart(number: 1, amount: Money(fen: 28_000_000))])
        // The books took it up; it does not count twice.
        try installation.give(
            CountPayment(contract: Village.id("L1"), number: 1, paid: Money(fen: 28_000_000)), by: Village.system)
        #expect(
            try pay(1_000_000) == [
                PaymentPart(number: 1, amount: Money(fen: 800_000)),
                PaymentPart(number: 2, amount: Money(fen: 200_000)),
            ])
        installation.expectRefusal(.beyondTotal, Self.payment(43_000_001), by: Village.agent)
        #expect(try pay(43_000_000).map(\.number) == [2, 3])
        #expect(try installation.view().paid == Money(fen: 72_000_000))
    }

    @Test("What the books count makes the certificate possible too, once and not twice")
    func counted() throws {
        let installation = try TestInstallation.signed()
        let contract: ContractID = Village.id("L1")
        func count(_ number: Int64, _ fen: Int64) throws -> Int {
            try installation.give(
                CountPayment(contract: contract, number: number, paid: Money(fen: fen)), by: Village.system
            )
            .count
        }
        installation.expectRefusal(.wrongState, CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try count(1, 28_799_999) == 1)
        installation.expectRefusal(.firstPaymentShort, CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try count(1, 28_800_000) == 1)
        #expect(try installation.view().paid == Money(fen: 28_800_000))
        try installation.give(Self.payment(1_000_000), by: Village.agent)
        let parts = try #require(installation.all(PaymentRecorded.self).last).parts
        #expect(
            parts == [PaymentPart(number: 2, amount: Money(fen: 1_000_000))], "the first was paid through the books")
        try installation.give(CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try installation.view().line.state == .certified)
        let unknown = CountPayment(contract: Village.id("other"), number: 1, paid: Money(fen: 1))
        #expect(try installation.give(unknown, by: Village.system).isEmpty)
    }

    @Test("A lot whose first instalment came through the books alone settles with its certificate")
    func bookedOnly() throws {
        let installation = try TestInstallation.signed()
        try installation.give(
            CountPayment(contract: Village.id("L1"), number: 1, paid: Money(fen: 28_800_000)), by: Village.system)
        #expect(try installation.view().line.state == .contractSigned)
        try installation.give(CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try installation.view().steps.map(\.state).suffix(3) == [.contractSigned, .settling, .certified])
        #expect(try installation.lot().state == .certified)
    }

    // MARK: The contract's life

    @Test("The clock takes a contract from performing to expiring ninety days before its last day, and to its end")
    func life() throws {
        let installation = try Self.filed()
        let last = installation.now.date.adding(years: 30).adding(days: -1)
        let soon = last.adding(days: -90).start
        installation.expectRefusal(.notYetDue, BeginExpiry(lot: Village.lot), by: Village.system)
        try installation.wait(until: soon.adding(milliseconds: -1))
        #expect(try installation.view().line.state == .performing)
        try installation.wait(until: soon)
        #expect(try installation.view().line.state == .expiring)
        installation.expectRefusal(.notYetDue, FinishContract(lot: Village.lot), by: Village.system)
        try installation.wait(until: last.end.adding(milliseconds: -1))
        #expect(try installation.view().line.state == .expiring)
        try installation.wait(until: last.end)
        #expect(try installation.view().line.state == .finished)
    }

    @Test("A contract ends early only for a listed cause with its reasons, and the clock then does nothing more")
    func earlyEnd() throws {
        let installation = try Self.filed()
        installation.expectRefusal(
            .reasonsMissing, EndContractEarly(lot: Village.lot, cause: .leftIdle, reasons: " "), by: Village.clerk)
        try installation.give(
            EndContractEarly(lot: Village.lot, cause: .leftIdle, reasons: "two years"), by: Village.clerk)
        #expect(try installation.view().line.state == .earlyTerminated && installation.view().remark == "two years")
        #expect(installation.all(ContractEndedEarly.self).map(\.endedOn) == [installation.now.date])
        try installation.wait(until: installation.now.date.adding(years: 31).start)
        #expect(try installation.view().line.state == .earlyTerminated)
    }

    @Test("An expiring contract is renewed by a new resolution of its owner, and not below today's floor")
    func renewal() throws {
        let installation = try TestInstallation()
        // A village's own land: a household's price would be its own.
        try installation.resolve("first")
        try installation.list(
            Village.terms(
                category: .a2, way: .lease, startsOn: nil, years: 5, payments: [], resolution: Village.id("first")),
            asset: try installation.ownField())
        try installation.admit(3)
        try installation.sell()
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        try installation.wait(until: try #require(try installation.view().publicityEndsAt))
        try installation.give(SignContract(lot: Village.lot), by: Village.agent)
        try installation.give(Self.payment(2_400_000), by: Village.agent)
        try installation.certify()
        try installation.give(FileLot(lot: Village.lot), by: Village.agent)
        func renew(_ resolution: String, _ price: Int64 = 130_000) -> RenewContract {
            RenewContract(lot: Village.lot, resolution: Village.id(resolution), price: Money(fen: price))
        }
        installation.expectRefusal(.wrongState, renew("second"), by: Village.clerk)
        try installation.wait(until: installation.now.date.adding(years: 5).adding(days: -30).start)
        #expect(try installation.view().line.state == .expiring)
        installation.expectRefusal(.resolutionMissing, renew("second"), by: Village.clerk)
        installation.expectRefusal(.resolutionMissing, renew("first"), by: Village.clerk)
        try installation.resolve("second")
        let failed = RenewContract.Facts(
            resolution: ResolutionFacts(organisation: TestInstallation.collective, passed: false), floor: nil,
            isHouseholdRight: false)
        let lot = try installation.lot()
        let missed = #expect(throws: Rejection.self) {
            try renew("second").decide(lot, failed, Village.context(installation.now, Village.clerk))
        }
        let theirs = RenewContract.Facts(
            resolution: ResolutionFacts(organisation: Village.id("other"), passed: true), floor: nil,
            isHouseholdRight: false)
        let foreign = #expect(throws: Rejection.self) {
            try renew("second").decide(lot, theirs, Village.context(installation.now, Village.clerk))
        }
        #expect(foreign?.number == ExchangeRefusal.resolutionOfAnother.number)
        #expect(missed?.number == ExchangeRefusal.majorityMissed.number)
        installation.expectRefusal(.amountNotPositive, renew("second", 0), by: Village.clerk)
        try GuidePriceTests.publish(in: installation, floor: 130_001)
        installation.expectRefusal(.belowFloor, renew("second"), by: Village.clerk)
        try installation.give(renew("second", 130_001), by: Village.clerk)
        #expect(try installation.view().line.state == .renewed)
    }
}
