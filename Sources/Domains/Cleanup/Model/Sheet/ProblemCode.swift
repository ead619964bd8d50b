package import Kernel

/// What is wrong with a contract that is cleaned up; the list of rural-exchange.md 4.3.
package enum ProblemCode: String, FieldChoice, Comparable {
    case oral = "P01"
    case overTerm = "P02"
    case belowGuidePrice = "P03"
    case unequalClause = "P04"
    case undecided = "P05"
    case arrears = "P06"
    case measuredMore = "P07"
    case occupied = "P08"
    case sublet = "P09"
    case useChanged = "P10"
    case objectUnclear = "P11"
    case duplicate = "P12"
    case insider = "P13"
    case paidForDecades = "P14"
    case noAuthority = "P15"
    case expired = "P16"
    case unbooked = "P17"
    case hidden = "P18"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A problem a rule found: the two things that were compared.
package struct FoundProblem: Sendable, Hashable {
    package let code: ProblemCode
    package let left: String
    package let right: String

    init(_ code: ProblemCode, _ left: String, _ right: String = "") {
        self.code = code
        self.left = left
        self.right = right
    }
}

/// Judges the rows of a list by rule alone. People set and lift codes afterwards, with reason and paper.
package struct ContractJudge: Sendable {
    let parameters: CleanupParameters
    let asOf: CivilDate

    package init(_ parameters: CleanupParameters, asOf: CivilDate) {
        self.parameters = parameters
        self.asOf = asOf
    }

    /// The problems of each row, in its order, sorted by code.
    package func judge(_ contracts: [FoundContract]) -> [[FoundProblem]] {
        let doubles = doubles(contracts)
        return contracts.enumerated().map { place, contract in
            var found = judge(contract)
            if let other = doubles[place] {
                found.append(FoundProblem(.duplicate, contract.object, contracts[other].number))
            }
            return found.sorted { $0.code < $1.code }
        }
    }

    /// By position: another contract on the same object at the same time.
    private func doubles(_ contracts: [FoundContract]) -> [Int: Int] {
        var byObject: [[String]: [Int]] = [:]
        for (place, contract) in contracts.enumerated() where contract.form != .none && !contract.object.isEmpty {
            byObject[[contract.group, SheetWords.plain(contract.object)], default: []].append(place)
        }
        var doubles: [Int: Int] = [:]
        for places in byObject.values where places.count > 1 {
            for place in places {
                doubles[place] = places.first { $0 != place && contracts[$0].overlaps(contracts[place]) }
            }
        }
        return doubles
    }

    private func judge(_ contract: FoundContract) -> [FoundProblem] {
        var found: [FoundProblem?] = [area(contract), insider(contract), use(contract), unclear(contract)]
        if contract.form == .none {
            // Whoever uses land without a contract has none that could be oral, too long or unpaid.
            found.append(FoundProblem(.occupied, contract.object))
        } else {
            found += [
                contract.form == .oral ? FoundProblem(.oral, contract.object) : nil, term(contract), price(contract),
                contract.clause.isEmpty ? nil : FoundProblem(.unequalClause, contract.clause),
                contract.isDecided == false ? FoundProblem(.undecided, contract.object) : nil, arrears(contract),
                sublet(contract), atOnce(contract), authority(contract), expired(contract), booking(contract),
            ]
        }
        return found.compactMap(\.self)
    }

    /// Over the longest term of the class, or beyond the second round where the class is bound by it.
    private func term(_ contract: FoundContract) -> FoundProblem? {
        guard let start = contract.start, let end = contract.end else { return nil }
        let bound: CivilDate
        if let years = parameters.longestYears[contract.category] {
            bound = start.anniversary(years).adding(days: -1)
        } else if parameters.boundByRound.contains(contract.category), let round = parameters.secondRoundEnd {
            bound = round
        } else {
            return nil
        }
        return end > bound ? FoundProblem(.overTerm, end.description, bound.description) : nil
    }

    /// Below the guide price of the class; a payment for the whole term is spread over its months.
    private func price(_ contract: FoundContract) -> FoundProblem? {
        guard let guide = parameters.guidePrices[contract.category], let area = contract.area,
            contract.inKind == nil
        else { return nil }
        let least = Int128(guide.fen) * Int128(area.units)
        let paid: Int128
        if let oneOff = contract.oneOff, let months = contract.months, months > 0 {
            paid = Int128(oneOff.fen) * 12 * 10_000 / Int128(months) + Int128(contract.annual?.fen ?? 0) * 10_000
        } else if let annual = contract.annual {
            paid = Int128(annual.fen) * 10_000
        } else {
            return nil
        }
        guard paid < least else { return nil }
        return FoundProblem(.belowGuidePrice, "\(paid / Int128(area.units))", "\(guide.fen)")
    }

    private func arrears(_ contract: FoundContract) -> FoundProblem? {
        guard let paid = contract.paidUntil, !contract.isPaidAtOnce else { return nil }
        let due = min(asOf, contract.end ?? asOf)
        return paid < due ? FoundProblem(.arrears, paid.description, due.description) : nil
    }

    private func area(_ contract: FoundContract) -> FoundProblem? {
        guard let agreed = contract.area, let measured = contract.measured,
            AreaComparison(agreed: agreed, measured: measured, parameters).isMore
        else { return nil }
        return FoundProblem(.measuredMore, "\(measured.units)", "\(agreed.units)")
    }

    private func sublet(_ contract: FoundContract) -> FoundProblem? {
        guard !contract.holder.isEmpty, SheetWords.plain(contract.holder) != SheetWords.plain(contract.lessee) else {
            return nil
        }
        return FoundProblem(.sublet, contract.object)
    }

    private func use(_ contract: FoundContract) -> FoundProblem? {
        guard let fits = LandUses.fits(contract.use, contract.category), !fits else { return nil }
        return FoundProblem(.useChanged, contract.use, contract.category)
    }

    private func unclear(_ contract: FoundContract) -> FoundProblem? {
        guard contract.boundaries.isEmpty || contract.isAreaVague || contract.object.isEmpty else { return nil }
        return FoundProblem(.objectUnclear, contract.object)
    }

    /// Somebody in office, or a close relative of somebody in office, on the day of signing.
    private func insider(_ contract: FoundContract) -> FoundProblem? {
        let day = contract.signed ?? contract.start ?? asOf
        let people = (parameters.relatives[contract.lessee] ?? []).union([contract.lessee])
        guard parameters.offices.contains(where: { people.contains($0.person) && $0.holds(on: day) }) else {
            return nil
        }
        return FoundProblem(.insider, day.description)
    }

    private func atOnce(_ contract: FoundContract) -> FoundProblem? {
        guard contract.oneOff.map({ $0 > .zero }) ?? contract.isPaidAtOnce, let months = contract.months,
            months > parameters.oneOffYears * 12
        else { return nil }
        return FoundProblem(.paidForDecades, "\(months / 12)", "\(parameters.oneOffYears)")
    }

    /// Whose terms of office are known, and none of them held on the day of signing.
    private func authority(_ contract: FoundContract) -> FoundProblem? {
        guard let day = contract.signed else { return nil }
        let terms = parameters.offices.filter { $0.person == contract.signatory }
        guard !terms.isEmpty, !terms.contains(where: { $0.holds(on: day) }) else { return nil }
        return FoundProblem(.noAuthority, day.description)
    }

    private func expired(_ contract: FoundContract) -> FoundProblem? {
        guard let end = contract.end, end < asOf, contract.isInUse == true else { return nil }
        return FoundProblem(.expired, end.description, asOf.description)
    }

    private func booking(_ contract: FoundContract) -> FoundProblem? {
        contract.booking == .pocketed || contract.booking == .unbooked
            ? FoundProblem(.unbooked, contract.booking.rawValue) : nil
    }
}

/// The measured area beside the agreed one: more only beyond both tolerances.
package struct AreaComparison: Sendable, Hashable {
    package let isMore: Bool

    package init(agreed: Area, measured: Area, _ parameters: CleanupParameters) {
        let more = measured.units - agreed.units
        isMore =
            more > parameters.tolerance.units
            && Int128(more) * 10_000 > Int128(agreed.units) * Int128(parameters.toleranceBasisPoints)
    }
}
