package import Kernel
package import Storage

extension Labour {
    package static func listKnown(phone mark: String, in tx: any ReadTransaction) throws -> [KnownPerson] {
        let workers = try tx.rows(
            "SELECT id, place, display_name FROM labour_worker WHERE phone_mark = \(mark) ORDER BY id LIMIT 3"
        ).map { try known($0, LabourWords.worker, "workers") }
        let employers = try tx.rows(
            "SELECT id, place, display_name FROM labour_employer WHERE phone_mark = \(mark) ORDER BY id LIMIT 3"
        ).map { try known($0, LabourWords.employer, "employers") }
        return workers + employers
    }

    private static func known(_ row: Row, _ what: Message, _ pages: String) throws -> KnownPerson {
        let person: PersonID = try row.get(0)
        return KnownPerson(
            person: person, place: try row.get(1), name: try row.get(2), what: what, path: "/labour/\(pages)/\(person)")
    }
}
