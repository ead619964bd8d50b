package import Kernel
package import Registry
package import Storage

/// Makes the result final once the time for objections is over and none is open. Given by the clock.
package struct ConfirmAward: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "confirmAward"
    package static var title: Message { ExchangeText.Command.confirmAward }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue, .objectionsOpen]

    package struct Facts: Sendable {
        /// How many working days the winner has to sign.
        package let signDays: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.awardConfirmed, .contractPending, by: context.principal.role)
        guard let end = lot.publicityEndsAt, context.now >= end, let award = lot.award else {
            throw ExchangeRefusal.notYetDue(lot.publicityEndsAt ?? context.now)
        }
        guard lot.openObjections.isEmpty else { throw ExchangeRefusal.objectionsOpen() }
        return [
            AwardConfirmed(
                lot: self.lot, village: lot.village, paddle: award.paddle, price: award.price,
                signBy: try context.calendar.end(ofWorkingDays: Int(facts.signDays), from: context.now))
        ]
    }
}

/// The transaction is confirmed; the contract waits for its signatures.
package struct AwardConfirmed: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let price: Money
    package let signBy: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), price: pass.value("priceFen", \.price),
            signBy: pass.value("signBy", \.signBy))
    }

    package static let name = "awardConfirmed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.awardConfirmed, .contractPending)
        state.lot?.signBy = signBy
    }
}
