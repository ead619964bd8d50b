package import Kernel
import Registry
package import Storage

/// A term as the desks of its place see it: the name masked, of relatives only which declarations there are.
struct TermLine: Sendable {
    let term: TermOfOffice
    let displayName: String
    let kin: [KinID]
}

/// Somebody in office as the check knows them: by the mark of their identity number.
package struct MarkedTerm: Sendable, Hashable {
    package let id: TermID
    package let mark: String
    package let place: DivisionID
    package let office: VillageOffice
    package let from: CivilDate
    package let until: CivilDate?
}

/// A declared relative as the check knows them.
package struct MarkedKin: Sendable, Hashable {
    /// The mark of whoever is in office, and that of the relative.
    package let holder: String
    package let relative: String
    package let relation: KinRelation
}

package enum TermQueries {
    /// Those in office of one body, the latest first.
    static func list(of organisation: OrganisationID, in tx: any ReadTransaction) throws -> [TermLine] {
        let declared = try tx.rows(
            """
            SELECT k.term, k.id FROM assembly_kin k JOIN assembly_term t ON t.id = k.term
            WHERE t.organisation = \(organisation) AND k.mark IS NOT NULL ORDER BY k.term, k.id
            """
        ).map { (try $0.get(0, as: TermID.self), try $0.get(1, as: KinID.self)) }
        let kin = Dictionary(grouping: declared, by: \.0).mapValues { $0.map(\.1) }
        return try tx.rows(
            """
            SELECT id, division, office, starts, ends, is_left, display_name FROM assembly_term
            WHERE organisation = \(organisation) ORDER BY starts DESC, id
            """
        ).map { row in
            var term = TermOfOffice(
                id: try row.get(0), organisation: organisation, place: try row.get(1), office: try row.get(2),
                from: try row.get(3), until: try row.find(4))
            term.isLeft = try row.get(5)
            let display: String = try row.get(6)
            term.isErased = display == AssemblyText.erased
            return TermLine(term: term, displayName: display, kin: kin[term.id] ?? [])
        }
    }

    /// Where a term of this body belongs; nil for one of another.
    static func findPlace(of term: TermID, in organisation: OrganisationID, _ tx: any ReadTransaction) throws
        -> DivisionID?
    {
        try tx.find("SELECT division FROM assembly_term WHERE id = \(term) AND organisation = \(organisation)")
    }

    /// How many of an office of one body are in it on a day; whoever has not left is in it beyond the planned end.
    static func count(
        _ office: VillageOffice, of organisation: OrganisationID, on day: CivilDate, _ tx: any ReadTransaction
    )
        throws -> Int64
    {
        try tx.find(
            """
            SELECT count(DISTINCT coalesce(mark, id)) FROM assembly_term
            WHERE organisation = \(organisation) AND office = \(office) AND starts <= \(day)
                AND (is_left = 0 OR ends >= \(day))
            """) ?? 0
    }

    /// The conference of a village: its representatives, and the committee they sit with (Organic Law art. 25). Whichever body
    /// of the village they were entered with.
    static func countConference(at place: DivisionID, on day: CivilDate, _ tx: any ReadTransaction) throws -> Int64 {
        let offices = try tx.rows(
            """
            SELECT coalesce(mark, id), office FROM assembly_term
            WHERE division = \(place) AND starts <= \(day) AND (is_left = 0 OR ends >= \(day))
            ORDER BY id
            """
        ).map { (person: try $0.get(0, as: String.self), office: try $0.get(1, as: VillageOffice.self)) }
        guard offices.contains(where: { $0.office == .villagersRepresentatives }) else { return 0 }
        return Int64(
            Set(offices.filter { $0.office == .villagersRepresentatives || $0.office == .committee }.map(\.person))
                .count)
    }

    /// All terms of the county whose holder can be recognised and is answerable for deals and payments.
    package static func marked(in tx: any ReadTransaction) throws -> [MarkedTerm] {
        try tx.rows(
            """
            SELECT id, mark, division, office, starts, ends FROM assembly_term
            WHERE mark IS NOT NULL AND office NOT IN \(list: VillageOffice.onlyVoting.map(\.rawValue))
            ORDER BY mark, starts, id
            """
        ).map {
            MarkedTerm(
                id: try $0.get(0), mark: try $0.get(1), place: try $0.get(2), office: try $0.get(3),
                from: try $0.get(4), until: try $0.find(5))
        }
    }

    /// All declarations that stand, of whoever can be recognised.
    package static func markedKin(in tx: any ReadTransaction) throws -> [MarkedKin] {
        try tx.rows(
            """
            SELECT DISTINCT t.mark, k.mark, k.relation FROM assembly_kin k JOIN assembly_term t ON t.id = k.term
            WHERE k.mark IS NOT NULL AND t.mark IS NOT NULL
                AND t.office NOT IN \(list: VillageOffice.onlyVoting.map(\.rawValue))
            ORDER BY t.mark, k.mark, k.relation
            """
        ).map { MarkedKin(holder: try $0.get(0), relative: try $0.get(1), relation: try $0.get(2)) }
    }
}
