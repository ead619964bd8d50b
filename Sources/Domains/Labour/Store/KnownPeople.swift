package import Kernel
package import Storage

extension Labour {
    package static func listKnown(phone mark: String, in tx: any ReadTransaction) throws -> [KnownPerson] {
        let workers = try tx.rows(
            "SELECT id, place, display_name, mark FROM labour_worker WHERE phone_mark = \(mark) ORDER BY id LIMIT 3"
        ).map { try known($0, LabourWords.worker, "workers") }
        let employers = try tx.rows(
            "SELECT id, place, display_name, NULL FROM labour_employer WHERE phone_mark = \(mark) ORDER BY id LIMIT 3"
        ).map { try known($0, LabourWords.employer, "employers") }
        return workers + employers
    }

    private static func known(_ row: Row, _ what: Message, _ pages: String) throws -> KnownPerson {
        let person: PersonID = try row.get(0)
        return KnownPerson(
            person: person, place: try row.get(1), name: try row.get(2), what: what, path: "/labour/\(pages)/\(person)",
            identity: try row.find(3))
    }

    package static func listOwn(of person: PersonID, on day: CivilDate, in tx: any ReadTransaction) throws -> [OwnThing]
    {
        let worker = try tx.find(
            "SELECT seeking_since IS NOT NULL FROM labour_worker WHERE id = \(person)", as: Bool.self)
        let employer = try tx.find("SELECT display_name FROM labour_employer WHERE id = \(person)", as: String.self)
        return [
            worker.map {
                OwnThing(
                    LabourWords.worker, $0 ? LabourWords.ownSeeking : LabourWords.ownNotSeeking,
                    path: "/labour/workers/\(person)")
            },
            employer.map {
                OwnThing(
                    LabourWords.employer, Message(zh: $0, en: $0), path: "/labour/employers/\(person)")
            },
        ].compactMap(\.self)
    }
}
