package import Kernel
package import Storage

extension RegisterParty {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let body = try memberOf.flatMap { try OrganisationQueries.find($0, in: tx) }
        let mark = identityNumber?.content.map { context.marks.of($0) }
        return Facts(
            division: try DivisionQueries.find(division, in: tx), organisation: body,
            creditCodeHolder: try creditCode.flatMap { try tx.find("SELECT id FROM party WHERE credit_code = \($0)") },
            identityHolder: try mark.flatMap { try tx.find("SELECT id FROM party WHERE identity_mark = \($0)") },
            isOwnCollective: try body.map {
                try DivisionQueries.isWithin($0.division, of: context.principal.division, in: tx)
            } ?? false)
    }
}

extension PartyRegistered {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Of a natural person the table keeps the masked name only: the rest stays in the sealed side table.
        let display = publicName ?? RegistryText.masked(name?.content)
        try tx.run(
            """
            INSERT INTO party (id, kind, display_name, credit_code, division, member_of, identity_mark, phone_mark)
            VALUES (\(party), \(kind), \(display), \(creditCode), \(place), \(memberOf),
                \(identityMark?.content), \(phoneMark?.content))
            """)
    }
}

extension Registry {
    package static func listKnown(phone mark: String, in tx: any ReadTransaction) throws -> [KnownPerson] {
        try tx.rows(
            """
            SELECT id, division, display_name, identity_mark FROM party WHERE phone_mark = \(mark) ORDER BY id LIMIT 3
            """
        ).map {
            KnownPerson(
                person: try $0.get(0), place: try $0.get(1), name: try $0.get(2), what: RegistryText.erasedParty,
                path: "/", identity: try $0.find(3))
        }
    }

    package static func listOwn(of person: PersonID, on day: CivilDate, in tx: any ReadTransaction) throws -> [OwnThing]
    {
        guard let party = PartyID(person.text) else { return [] }
        return try ContractQueries.list(lessee: party, in: tx).map { line in
            OwnThing(
                Message(zh: line.assetName, en: line.assetName), RegistryText.ownContract(line.contract.end, on: day),
                path: Paths.contract(line.contract.id))
        }
    }
}
