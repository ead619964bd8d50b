package import Kernel

/// What a card says and a correction may change: all but the place it lies in and its surveyed corners.
package struct CardContents: FieldRecord, Hashable {
    package var owner: OrganisationID
    package var assetClass: AssetClass
    package var kind: AssetKind
    package var name: String
    package var area: Area?
    package var originalValue: Money?
    package var right: AssetRight
    package var rightUntil: CivilDate?
    package var households: Int64?
    package var use: String
    package var boundaries: Boundaries?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            owner: pass.value("owner", \.owner), assetClass: pass.value("class", \.assetClass),
            kind: pass.value("kind", \.kind), name: pass.value("name", \.name),
            area: pass.optional("area", \.area),
            originalValue: pass.optional("originalValueFen", { $0.originalValue.map { Amount($0) } })?.money,
            right: pass.value("right", \.right), rightUntil: pass.optional("rightUntil", \.rightUntil),
            households: pass.optionalWhole("households", \.households, in: CountDomain.self),
            use: pass.value("use", \.use),
            boundaries: pass.record("boundaries", \.boundaries).flatMap { $0.isBlank ? nil : $0 })
    }

    /// What differs in `other`, in the order of the card.
    package func changes(to other: CardContents) -> [CardField] {
        let compared: [(CardField, Bool)] = [
            (.owner, owner == other.owner), (.name, name == other.name),
            (.assetClass, assetClass == other.assetClass), (.kind, kind == other.kind), (.area, area == other.area),
            (.originalValue, originalValue == other.originalValue), (.right, right == other.right),
            (.rightUntil, rightUntil == other.rightUntil), (.households, households == other.households),
            (.use, use == other.use), (.boundaries, boundaries == other.boundaries),
        ]
        return compared.filter { !$0.1 }.map(\.0)
    }
}

extension CardContents {
    /// What the card says now.
    package init(_ card: Asset) {
        self.init(
            owner: card.owner, assetClass: card.assetClass, kind: card.kind, name: card.name, area: card.area,
            originalValue: card.originalValue, right: card.right, rightUntil: card.rightUntil,
            households: card.households, use: card.use, boundaries: card.boundaries)
    }
}

/// One thing a card says.
package enum CardField: String, Sendable, CaseIterable {
    case owner, name, assetClass, kind, area, originalValue, right, rightUntil, households, use, boundaries

    /// What a lot or a contract rests on: it stays as it is while one of them holds the card.
    var isBinding: Bool {
        switch self {
        case .name, .use, .originalValue: false
        case .owner, .assetClass, .kind, .area, .right, .rightUntil, .households, .boundaries: true
        }
    }

    /// The arguments that say it in a form.
    var arguments: [String] {
        switch self {
        case .assetClass: ["class"]
        case .originalValue: ["originalValueFen"]
        case .boundaries: ["boundaries.east", "boundaries.south", "boundaries.west", "boundaries.north"]
        default: [rawValue]
        }
    }
}

/// A card put right: what it said, what it says since, and why.
package struct CardCorrection: Sendable, Hashable {
    package let number: Int64
    /// Its entry in the log.
    package let entry: Int64
    package let day: CivilDate
    package let before: CardContents
    package let after: CardContents
    package let reason: String
}

/// Why a card is no longer counted.
package enum RetirementCause: String, FieldChoice {
    case sold, requisitioned, demolished, merged, duplicate, mistaken

    /// Another card stands for the thing from then on.
    var hasSuccessor: Bool { self == .merged || self == .duplicate }
    /// The thing itself is no longer the collective's, and not only its card.
    var endsGround: Bool { self == .sold || self == .requisitioned || self == .demolished }
}

/// How a card left the register.
package struct Retirement: Sendable, Hashable {
    package let cause: RetirementCause
    package let day: CivilDate
    /// The card that stands in its place.
    package let successor: AssetID?
    package let entry: Int64
}

/// What keeps a card as it is: nothing it rests on may change under it.
enum CardHold: Sendable, Hashable {
    case lot(LotID)
    case contract(ContractSpan)
    case dispute
}

extension Asset {
    /// What holds the card on `day`; `last` is the contract that runs longest.
    func hold(_ last: ContractSpan?, on day: CivilDate) -> CardHold? {
        if let reservedBy { return .lot(reservedBy) }
        if let last, last.end >= day { return .contract(last) }
        return dispute == nil ? nil : .dispute
    }
}
