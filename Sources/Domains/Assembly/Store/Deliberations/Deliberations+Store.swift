package import Kernel
import Registry
package import Storage

extension OpenDeliberation {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let known = try OrganisationQueries.find(organisation, in: tx)
        let keys: [ParameterKey] = [
            .deliberationBranch, .deliberationCommittees, .deliberationParty, .deliberationOutcome,
            .deliberationStepDays, .deliberationShowDays, .deliberationNoticeDays, .deliberationOutcomeDays,
        ]
        let rows = try ParameterQueries.values(keys, at: known?.division ?? .root, on: context.now.date, in: tx)
        func value(_ key: ParameterKey) -> Int64 {
            rows[key]?.value ?? Parameters.value(key, on: context.now.date).value
        }
        // The decision and its publication are asked of every matter.
        let steps = DeliberationStep.allCases.filter { step in step.key.map { value($0) != 0 } ?? true }
        return Facts(
            organisation: known, steps: steps,
            days: DeliberationDays(
                step: value(.deliberationStepDays), show: value(.deliberationShowDays),
                notice: value(.deliberationNoticeDays), outcome: value(.deliberationOutcomeDays)))
    }
}

extension DeliberationStep {
    /// The row that asks for the step; nil for one that is always asked.
    fileprivate var key: ParameterKey? {
        switch self {
        case .branchProposes: .deliberationBranch
        case .committeesConsult: .deliberationCommittees
        case .partyReviews: .deliberationParty
        case .outcomeShown: .deliberationOutcome
        case .bodyDecides, .resolutionShown: nil
        }
    }
}

extension DecideDeliberation {
    package func facts(on found: Deliberation, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            resolution: try ResolutionQueries.find(resolution, in: tx),
            other: try tx.find(
                "SELECT id FROM assembly_deliberation WHERE resolution = \(resolution) AND id <> \(deliberation)"))
    }
}

extension HoldAgainstChain {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let used = try ResolutionQueries.find(resolution, in: tx)
        let place = try used.flatMap { try OrganisationQueries.find($0.organisation, in: tx)?.division }
        guard let used, let place, let key = used.matter.deliberationKey else {
            return Facts(place: place, asked: nil, matter: nil, deliberation: nil)
        }
        return Facts(
            place: place, asked: try ParameterQueries.value(key, at: place, on: used.date, in: tx), matter: used.matter,
            deliberation: try DeliberationQueries.find(decidedBy: resolution, in: tx)?.deliberation)
    }
}

extension DeliberationOpened {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO assembly_deliberation
                (id, organisation, division, matter, object, subject_line, opened, steps, step_days, show_days,
                notice_days, outcome_days)
            VALUES (\(deliberation), \(organisation), \(place), \(matter), \(object), \(subjectLine), \(day),
                \(steps.map(\.rawValue).joined(separator: " ")), \(stepDays), \(showDays), \(noticeDays),
                \(outcomeDays))
            """)
    }
}

extension StepTaken {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO assembly_step (deliberation, step, taken_on, entitled, present, in_favour)
            VALUES (\(deliberation), \(step), \(day), \(counts?.entitled), \(counts?.present), \(counts?.inFavour))
            """)
        for (position, digest) in minutes.enumerated() {
            try tx.run(
                """
                INSERT INTO assembly_step_paper (deliberation, step, number, sha256)
                VALUES (\(deliberation), \(step), \(Int64(position + 1)), \(digest))
                """)
        }
    }
}

extension DeliberationDecided {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO assembly_step (deliberation, step, taken_on, body, entitled, present, in_favour)
            VALUES (\(deliberation), \(DeliberationStep.bodyDecides), \(day), \(body), \(counts?.entitled),
                \(counts?.present), \(counts?.inFavour))
            """)
        try tx.run("UPDATE assembly_deliberation SET resolution = \(resolution) WHERE id = \(deliberation)")
    }
}

extension DeliberationStopped {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE assembly_deliberation SET stopped = \(reason) WHERE id = \(deliberation)")
    }
}
