package import HJ212
package import Kernel
package import Storage

/// Enters a limit as a dated row with its source: a local standard, or a table that was not at hand when the program was
/// made. It binds from today at the earliest, so no old day is judged anew by it.
package struct AdoptLimit: EnvironmentCommand {
    package var limit: LimitID?
    package let office: DivisionID
    package let standard: String
    package let grade: String
    package let item: MeasuredItem
    package var lowest: Micro?
    package var highest: Micro?
    /// `temperature<=12`, `temperature>12`, `days 1101-0331`, `not days 1101-0331`; absent: always.
    package var condition: String?
    package let from: CivilDate
    package var until: CivilDate?
    package let source: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            limit: pass.newName("limit", \.limit), office: pass.value("office", \.office),
            standard: pass.value("standard", \.standard), grade: pass.value("grade", \.grade),
            item: pass.value("item", \.item), lowest: pass.optional("lowest", \.lowest),
            highest: pass.optional("highest", \.highest), condition: pass.optional("condition", \.condition),
            from: pass.value("from", \.from), until: pass.optional("until", \.until),
            source: pass.value("source", \.source))
    }

    package static let name = "adoptLimit"
    package static var title: Message { EnvironmentText.adoptLimit }
    package static let access: Access = [.own(.countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .placeUnknown, .limitKnown, .limitEmpty, .conditionUnreadable, .limitBackdated, .sourceMissing,
        .limitOverlaps,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("limit", identifier(context).text) }

    private func identifier(_ context: Context) -> LimitID { limit ?? context.derivedIdentifier(.limit) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        package let rows: [LimitRow]
    }

    package func place(_ state: Environment.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? office : nil }

    package func decide(_ state: Environment.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw EnvironmentRefusal.placeUnknown(office) }
        guard state.limit == nil, !facts.rows.contains(where: { $0.id == id.text }) else {
            throw EnvironmentRefusal.limitKnown(id)
        }
        guard lowest != nil || highest != nil else { throw EnvironmentRefusal.limitEmpty() }
        guard let read = LimitCondition(condition ?? "") else { throw EnvironmentRefusal.conditionUnreadable() }
        guard from >= context.now.date else { throw EnvironmentRefusal.limitBackdated(context.now.date) }
        guard !source.isBlank else { throw EnvironmentRefusal.sourceMissing() }
        let overlapping = facts.rows.first { row in
            row.standard == standard && row.grade == grade && row.item == item.rawValue && row.condition == read
                && row.from <= (until ?? .latest) && from <= (row.until ?? .latest)
        }
        if let overlapping { throw EnvironmentRefusal.limitOverlaps(overlapping.id) }
        return [
            LimitAdopted(
                limit: id, office: office, standard: standard, grade: grade, item: item, lowest: lowest,
                highest: highest, condition: read.text, from: from, until: until, source: source)
        ]
    }
}

/// A limit was entered.
package struct LimitAdopted: EnvironmentEvent {
    package let limit: LimitID
    package let office: DivisionID
    package let standard: String
    package let grade: String
    package let item: MeasuredItem
    package var lowest: Micro?
    package var highest: Micro?
    package let condition: String
    package let from: CivilDate
    package var until: CivilDate?
    package let source: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            limit: pass.value("limit", \.limit), office: pass.value("office", \.office),
            standard: pass.value("standard", \.standard), grade: pass.value("grade", \.grade),
            item: pass.value("item", \.item), lowest: pass.optional("lowest", \.lowest),
            highest: pass.optional("highest", \.highest), condition: pass.value("condition", \.condition, absent: ""),
            from: pass.value("from", \.from), until: pass.optional("until", \.until),
            source: pass.value("source", \.source))
    }

    package static let name = "limitAdopted"
    package var division: DivisionID? { office }

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.limit = LimitRow(
            id: limit.text, standard: standard, grade: grade, item: item.rawValue, lowest: lowest, highest: highest,
            condition: LimitCondition(condition) ?? .none, from: from, until: until, source: source)
    }
}
