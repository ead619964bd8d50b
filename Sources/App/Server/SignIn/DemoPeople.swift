package import Kernel

/// One of the invented people of the demo, with everything needed to play them. Never made outside a demo.
package struct DemoPerson: Sendable {
    /// What is typed as the sign-in name: the office.
    package let name: String
    package let principal: Principal
    /// Staff have a password and a second factor, bidders and villagers a phone.
    package let password: String?
    package let secondFactor: [UInt8]?
    package let phone: PhoneNumber?

    /// The code of this half minute.
    func code(at now: Instant) -> String? {
        secondFactor.map { OneTimePassword(secret: $0).code(step: OneTimePassword.step(at: now)) }
    }

    /// For an authenticator app; nil for those who sign in by phone.
    package var enrolmentAddress: String? {
        secondFactor.map { OneTimePassword(secret: $0).enrolmentAddress(account: name) }
    }
}

package enum DemoPeople {
    /// The demo people of `principals`. Their secrets follow from the installation's own, so that every start of the
    /// same demo prints the same ones and no other installation has them.
    package static func list(_ principals: [Principal], secrets: Secrets) -> [DemoPerson] {
        principals.map { principal in
            let name = principal.office.text
            guard !principal.role.signsInByPhone else {
                let digits = secrets.demo("phone/\(name)").prefix(7).map { String($0 % 10) }.joined()
                return DemoPerson(
                    name: name, principal: principal, password: nil, secondFactor: nil,
                    phone: PhoneNumber("1980\(digits)"))
            }
            return DemoPerson(
                name: name, principal: principal, password: password(secrets),
                secondFactor: Array(secrets.demo("second-factor/\(name)").prefix(20)), phone: nil)
        }
    }

    /// One for all of them, shown beside the sign-in form: a secret of each would only make the start slow.
    static func password(_ secrets: Secrets) -> String {
        String(Base32.text(secrets.demo("password")).lowercased().prefix(12))
    }

    /// Opens their accounts where they are missing; safe to call at every start.
    package static func open(_ people: [DemoPerson], in store: SignInStore, at now: Instant) async throws {
        var missing: [NewAccount] = []
        for demo in people
        where try await store.summary(of: demo.principal.person, at: now)?.offices.contains(demo.principal.office)
            != true
        {
            missing.append(
                NewAccount(
                    person: demo.principal.person, name: demo.name, offices: [demo.principal.office],
                    password: demo.password, secondFactor: demo.secondFactor, phone: demo.phone))
        }
        try await store.openSharing(missing, at: now)
    }

    /// What the terminal shows of them, one line each.
    package static func lines(_ people: [DemoPerson], at now: Instant, language: Language) -> [String] {
        people.map { person in
            let role = language(person.principal.role.label)
            if let phone = person.phone { return language(Text.demoPhoneLine(person.name, role, phone.text)) }
            let code = person.secondFactor.map {
                OneTimePassword(secret: $0).code(step: OneTimePassword.step(at: now))
            }
            return language(Text.demoStaffLine(person.name, role, person.password ?? "", code ?? ""))
        }
    }
}
