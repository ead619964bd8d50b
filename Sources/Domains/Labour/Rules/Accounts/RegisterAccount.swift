package import Kernel
import Registry
package import Storage

/// Enters the account wages are paid to: the worker's own, by the name that stands on it. Entered again it takes the place of
/// the former one.
package struct RegisterAccount: LabourCommand {
    package let worker: WorkerID
    /// The name on the account.
    package let holder: Personal<String>
    package let bank: String
    package let number: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            worker: pass.value("worker", \.worker), holder: pass.personal("holder", \.holder, of: .unnamed),
            bank: pass.value("bank", \.bank), number: pass.personal("number", \.number, of: .unnamed))
    }

    package static let name = "registerAccount"
    package static var title: Message { TransferText.register }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchWorker, .workerErased, .notAccount, .payeeNotWorker, .accountOfAnother, .withBank,
    ]

    package struct Facts: Sendable {
        /// Somebody else has the same number.
        package let isAnothers: Bool
        /// Wages are on their way to the account that stands.
        package let isWithBank: Bool
    }

    package func stream(_ context: Context) -> StreamID { StreamID("worker", worker.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Worker {
        guard let found = state.worker else { throw LabourRefusal.noSuchWorker(worker) }
        return found
    }

    package func place(_ known: Worker, _ facts: Facts) -> DivisionID? { known.place }

    package func holder(_ known: Worker, _ facts: Facts, _ context: Context) -> PersonID? { known.person }

    package func decide(_ known: Worker, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard !known.isErased else { throw LabourRefusal.workerErased(worker) }
        let plain = AccountNumber.plain(number.content ?? "")
        guard AccountNumber.isNumber(plain), !bank.isBlank else { throw LabourRefusal.notAccount() }
        guard let name = known.name, holder.content == name else { throw LabourRefusal.payeeNotWorker.at("holder") }
        guard !facts.isAnothers else { throw LabourRefusal.accountOfAnother() }
        guard !facts.isWithBank else { throw LabourRefusal.withBank() }
        let subject = DataSubject(ofWorker: worker)
        return [
            AccountRegistered(
                worker: worker, place: known.place, bank: bank, number: Personal(plain, of: subject),
                mark: Personal(context.marks.of(account: plain), of: subject))
        ]
    }
}

/// Wages can be paid to somebody's account. The log says whose and at which bank, and not which account.
package struct AccountRegistered: LabourEvent {
    package let worker: WorkerID
    package let place: DivisionID
    package let bank: String
    package let number: Personal<String>
    /// Recognises the same account; sealed.
    package let mark: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let worker = pass.value("worker", \.worker)
        let subject = DataSubject(ofWorker: worker)
        return Self(
            worker: worker, place: pass.value("place", \.place), bank: pass.value("bank", \.bank),
            number: pass.personal("number", \.number, of: subject), mark: pass.personal("mark", \.mark, of: subject))
    }

    package static let name = "accountRegistered"

    package func change(_ state: inout Labour.State, at instant: Instant) {}
}
