package import Kernel
import Registry
package import Storage

extension RegisterHaulage {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let account = try OfficeQueries.find(agent, in: tx)
        return Facts(
            isKnownPlace: try DivisionQueries.find(place, in: tx) != nil,
            isKnownHauler: try OrganisationQueries.find(hauler, in: tx) != nil,
            isKnownPayer: try OrganisationQueries.find(payer, in: tx) != nil,
            isAgent: account.map { $0.isOpen && $0.role.isPrivate } ?? false,
            other: try HaulageQueries.other(than: self, in: tx))
    }
}

extension DraftSettlement {
    package func facts(on subject: Haulage, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(weighed: try HaulageQueries.weighed(subject, in: month, in: tx))
    }
}

extension AgreeSettlement {
    package func facts(on subject: Haulage, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            agent: try OfficeQueries.find(subject.agent, in: tx)?.person,
            weighed: try HaulageQueries.weighed(subject, in: month, in: tx))
    }
}

extension DisputeSettlement {
    package func facts(on subject: Haulage, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(agent: try OfficeQueries.find(subject.agent, in: tx)?.person)
    }
}

extension ConfirmSettlement {
    package func facts(on subject: Haulage, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(agent: try OfficeQueries.find(subject.agent, in: tx)?.person)
    }
}

extension HaulageRegistered {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO waste_haulage (id, division, hauler, payer, agent, basis, price_fen, from_day, until_day)
            VALUES (\(haulage), \(place), \(hauler), \(payer), \(agent), \(basis), \(price), \(from), \(until))
            """)
    }
}

extension HaulageAssessed {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO waste_assessment (haulage, number, month, day, kind, amount_fen, is_withdrawn)
            VALUES (\(haulage), \(number), \(WasteMonth(day).first), \(day), \(kind), \(amount), 0)
            """)
    }
}

extension AssessmentWithdrawn {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_assessment SET is_withdrawn = 1 WHERE haulage = \(haulage) AND number = \(number)")
    }
}

extension SettlementDrafted {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM waste_settlement WHERE haulage = \(haulage) AND month = \(month.first)")
        try tx.run(
            """
            INSERT INTO waste_settlement (haulage, month, phase, tickets, kilograms, due_fen, deducted_fen, drafted_at)
            VALUES (\(haulage), \(month.first), \(SettlementPhase.drafted), \(tickets), \(kilograms), \(due),
                \(deducted), \(entry.at))
            """)
        guard let contract = state.haulage else { return }
        try HaulageQueries.keepTickets(of: contract, in: month, tx)
    }
}

extension SettlementAgreed {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE waste_settlement SET phase = \(SettlementPhase.agreed), agreed_at = \(entry.at)
            WHERE haulage = \(haulage) AND month = \(month.first)
            """)
    }
}

extension SettlementDisputed {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE waste_settlement SET phase = \(SettlementPhase.disputed), dispute = \(reason)
            WHERE haulage = \(haulage) AND month = \(month.first)
            """)
    }
}

extension SettlementConfirmed {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE waste_settlement SET phase = \(SettlementPhase.confirmed), confirmed_at = \(entry.at)
            WHERE haulage = \(haulage) AND month = \(month.first)
            """)
    }
}
