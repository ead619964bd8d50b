package import Kernel
package import Storage

/// Enters somebody who looks for work, at a desk: a name, a number, what she can do. Free, and no paper is kept.
package struct RegisterWorker: LabourCommand {
    package var worker: WorkerID?
    package let place: DivisionID
    package var name: Personal<String>?
    package var identityNumber: Personal<IdentityNumber>?
    package var phone: Personal<String>?
    package let trades: [Trade]
    /// She was told what is kept and why (Personal Information Protection Law, art. 13 and 17).
    package let hasConsented: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            worker: pass.newName("worker", \.worker), place: pass.value("place", \.place),
            name: pass.optionalPersonal("name", \.name, of: .unnamed),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed),
            phone: pass.optionalPersonal("phone", \.phone, of: .unnamed), trades: pass.values("trades", \.trades),
            hasConsented: pass.value("consent", \.hasConsented))
    }

    package static let name = "registerWorker"
    package static var title: Message { LabourText.registerWorker }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [
        .placeUnknown, .workerKnown, .nameMissing, .numberMissing, .tooYoung, .consentMissing, .personKnown,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("worker", identifier(context).text) }

    private func identifier(_ context: Context) -> WorkerID { worker ?? context.derivedIdentifier(.worker) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        /// Who has the same identity number, by its mark.
        package let known: WorkerID?
    }

    package func place(_ state: Labour.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Labour.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw LabourRefusal.placeUnknown(place) }
        guard state.worker == nil else { throw LabourRefusal.workerKnown(id) }
        guard let name = name?.content, !name.isBlank else { throw LabourRefusal.nameMissing() }
        guard let number = identityNumber?.content else { throw LabourRefusal.numberMissing() }
        guard number.born.age(on: context.now.date) >= 16 else { throw LabourRefusal.tooYoung(16) }
        guard hasConsented else { throw LabourRefusal.consentMissing() }
        if let known = facts.known { throw LabourRefusal.personKnown(known) }
        let subject = DataSubject(ofWorker: id)
        return [
            WorkerRegistered(
                worker: id, place: place, name: Personal(name, of: subject),
                identityNumber: Personal(number, of: subject), phone: phone.map { Personal($0.content, of: subject) },
                mark: Personal(context.marks.of(number), of: subject),
                phoneMark: context.marks.of(phone: phone?.content).map { Personal($0, of: subject) },
                trades: trades.isEmpty ? [.general] : trades)
        ]
    }
}

/// Somebody looks for work. The log says where and in which trades, and not who.
package struct WorkerRegistered: LabourEvent {
    package let worker: WorkerID
    package let place: DivisionID
    package let name: Personal<String>
    package let identityNumber: Personal<IdentityNumber>
    package var phone: Personal<String>?
    /// Recognises the same person; sealed, so that nobody can try numbers against it.
    package let mark: Personal<String>
    /// By which she is known when she signs in with her telephone. Absent in entries of before December 2026.
    package var phoneMark: Personal<String>?
    package let trades: [Trade]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let worker = pass.value("worker", \.worker)
        let subject = DataSubject(ofWorker: worker)
        return Self(
            worker: worker, place: pass.value("place", \.place), name: pass.personal("name", \.name, of: subject),
            identityNumber: pass.personal("identityNumber", \.identityNumber, of: subject),
            phone: pass.optionalPersonal("phone", \.phone, of: subject),
            mark: pass.personal("mark", \.mark, of: subject),
            phoneMark: pass.optionalPersonal("phoneMark", \.phoneMark, of: subject),
            trades: pass.values("trades", \.trades))
    }

    package static let name = "workerRegistered"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.worker = Worker(
            id: worker, place: place, born: identityNumber.content?.born, name: name.content, trades: trades)
    }
}
