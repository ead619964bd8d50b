import Kernel
import Storage
import TestSupport
import Testing

@testable import Registry

/// What a card may be done with, told by a few lines of its own.
private struct ModelCard {
    var contents: CardContents
    var isRetired = false
    var lot: LotID?
    var contractEnd: CivilDate?
    var isDisputed = false

    func isLet(_ today: CivilDate) -> Bool { contractEnd.map { $0 >= today } ?? false }
    func isHeld(_ today: CivilDate) -> Bool { lot != nil || isLet(today) || isDisputed }
}

extension CardContents {
    fileprivate init(_ card: AssetCard) {
        self.init(
            owner: card.owner, assetClass: card.assetClass, kind: card.kind, name: card.name, area: card.area,
            originalValue: card.originalValue, right: card.right, rightUntil: card.rightUntil,
            households: card.households, use: card.use, boundaries: card.boundaries)
    }
}

/// What all events together say of the cards, counted from the first one on.
private struct Recount {
    var areas: [AssetID: Area] = [:]
    var lots: [AssetID: LotID] = [:]
    var ends: [AssetID: CivilDate] = [:]
    var disputes: Set<AssetID> = []

    init(_ events: [any Event<Registry>]) {
        for event in events {
            switch event {
            case let event as AssetRegistered: areas[event.asset] = event.card.area ?? .zero
            case let event as AssetCorrected: areas[event.asset] = event.after.area ?? .zero
            case let event as AssetRetired: areas[event.asset] = nil
            case let event as AssetReserved: lots[event.asset] = event.lot
            case let event as AssetReleased: lots[event.asset] = nil
            case let event as AssetDisputeSet:
                if event.dispute == nil { disputes.remove(event.asset) } else { disputes.insert(event.asset) }
            case let event as ContractRegistered: ends[event.terms.asset] = event.terms.end
            default: break
            }
        }
    }

    func tally(on today: CivilDate) -> LandTally {
        var tally = LandTally()
        for (card, area) in areas {
            tally.cards += 1
            tally.area = tally.area + area
            if disputes.contains(card) {
                tally.disputed += 1
            } else if ends[card].map({ $0 >= today }) ?? false {
                tally.leased += 1
                tally.leasedArea = tally.leasedArea + area
            } else if lots[card] != nil {
                tally.offered += 1
            }
        }
        return tally
    }
}

/// A register on which acts are tried at random, and the model beside it.
private final class CardWalk {
    enum Act: CaseIterable {
        case register, rename, measure, sameAgain, retire, draft, end, lease, dispute, settle, wait
    }

    let register: TestRegister
    private var dice: SeededRandom
    private var events: [any Event<Registry>] = []
    private var cards: [ModelCard] = []
    private(set) var done: [Act: Int] = [:]
    private(set) var refused = 0

    init(seed: UInt64) throws {
        dice = SeededRandom(seed: seed)
        register = try TestRegister.small()
        // A member rents: outsiders want a resolution.
        try register.give(
            RegisterParty(
                party: Self.member, kind: .person, name: Personal("李四", of: DataSubject("y")!),
                division: TestRegister.village, memberOf: TestRegister.collective))
        // The field of the small register is card number 0.
        cards = [ModelCard(contents: CardContents(TestRegister.card()))]
        events = [AssetRegistered(asset: TestRegister.field, card: TestRegister.card())]
    }

    private static let member = PartyID("member")!

    private static func name(_ position: Int) -> AssetID {
        position == 0 ? TestRegister.field : AssetID("card-\(position)")!
    }

    private var today: CivilDate { register.now.date }

    /// Gives the command, and expects it to go through just where the model says so.
    private func attempt<Verb: RegistryCommand>(
        _ act: Act, _ isAllowed: Bool, _ command: Verb, by role: Role = .villageClerk, _ change: () -> Void = {}
    ) throws {
        guard isAllowed else {
            refused += 1
            #expect(throws: Rejection.self, "\(act) on \(today): \(command)") { try register.give(command, by: role) }
            return
        }
        done[act, default: 0] += 1
        events += try register.give(command, by: role)
        change()
    }

    func step(_ number: Int) throws {
        let act = Act.allCases.randomElement(using: &dice) ?? .wait
        let position = Int.random(in: 0..<cards.count, using: &dice)
        let (id, card) = (Self.name(position), cards[position])
        switch act {
        case .wait:
            done[act, default: 0] += 1
            register.now = register.now.adding(days: Int64.random(in: 1...150, using: &dice))
        case .register:
            let new = AssetCard(
                owner: TestRegister.collective, division: TestRegister.village, assetClass: .dry, kind: .resource,
                name: "地\(number)", area: Area(mu: Int64.random(in: 1...90, using: &dice)), right: .ownership,
                use: "grain")
            let name = Self.name(cards.count)
            try attempt(act, true, RegisterAsset(asset: name, card: new)) {
                cards.append(ModelCard(contents: CardContents(new)))
            }
        case .rename, .measure, .sameAgain:
            var contents = card.contents
            if act == .rename { contents.name = "地\(number)" }
            if act == .measure { contents.area = Area(mu: 100 + Int64(number)) }
            let isAllowed = !card.isRetired && act != .sameAgain && (act == .rename || !card.isHeld(today))
            try attempt(act, isAllowed, CorrectAsset(asset: id, contents: contents, reason: "\(number)")) {
                cards[position].contents = contents
            }
        case .retire:
            try attempt(
                act, !card.isRetired && !card.isHeld(today), RetireAsset(asset: id, cause: .sold, day: today)
            ) { cards[position].isRetired = true }
        default: try trade(act, position, number)
        }
    }

    /// What the exchange, the contracts and the supervisors do to a card.
    private func trade(_ act: Act, _ position: Int, _ number: Int) throws {
        let (id, card) = (Self.name(position), cards[position])
        let lot = LotID("lot-\(number)")!
        switch act {
        case .draft:
            try attempt(act, !card.isRetired && !card.isHeld(today), ReserveAsset(asset: id, lot: lot), by: .system) {
                cards[position].lot = lot
            }
        case .end:
            try attempt(act, card.lot != nil, ReleaseAsset(asset: id, lot: card.lot ?? lot), by: .system) {
                cards[position].lot = nil
            }
        case .lease:
            let end = today.adding(days: 366)
            let start = today.adding(days: 1)
            let terms = TestRegister.terms(
                id, start: start.description, end: end.description, lessee: Self.member)
            try attempt(
                act, !card.isRetired && !card.isHeld(today.adding(days: 1)),
                RegisterContract(contract: ContractID("c-\(number)")!, terms: terms), by: .stationAgent
            ) { cards[position].contractEnd = end }
        case .dispute:
            try attempt(
                act, !card.isRetired && !card.isDisputed, SetAssetDispute(asset: id, dispute: "界"), by: .stationAgent
            ) { cards[position].isDisputed = true }
        default:
            try attempt(act, card.isDisputed, SetAssetDispute(asset: id), by: .stationAgent) {
                cards[position].isDisputed = false
            }
        }
    }

    /// The pages' counts against the model's cards and against all events from the first one on.
    func compare(_ number: Int) throws {
        let standing = cards.indices.filter { !cards[$0].isRetired }
        let (tally, lines) = try register.read { tx in
            let path = try DivisionQueries.findPath(TestRegister.village, in: tx) ?? ""
            return (
                try LandQueries.tallies(within: path, on: today, in: tx).reduce(LandTally()) { $0 + $1.tally },
                try AssetQueries.list(within: TestRegister.village, in: tx)
            )
        }
        #expect(tally == Recount(events).tally(on: today), "after step \(number)")
        #expect(Set(lines.map(\.asset.id)) == Set(standing.map(Self.name)), "after step \(number)")
        for line in lines {
            let model = cards[standing.first { Self.name($0) == line.asset.id } ?? 0]
            #expect(CardContents(line.asset) == model.contents, "after step \(number)")
        }
    }

    /// The corrections of a card lead from what was registered to what it says now, without a gap.
    func checkHistories() throws {
        for position in cards.indices {
            let kept = try register.read { try CardQueries.listCorrections(of: Self.name(position), in: $0) }
            #expect(kept.map(\.number) == Array(stride(from: Int64(kept.count), to: 0, by: -1)))
            #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.before == $1.after })
            if let last = kept.first { #expect(last.after == cards[position].contents) }
        }
    }
}

@Suite("Cards against a model") struct CardModelTests {
    @Test(
        "Random cards, corrections, retirements, lots and contracts go through or are refused as a model says, and the counts are those of the log",
        arguments: UInt64(1)...6)
    func sequences(seed: UInt64) throws {
        let walk = try CardWalk(seed: seed)
        for number in 0..<240 {
            try walk.step(number)
            try walk.compare(number)
        }
        try walk.checkHistories()
        #expect(walk.done.count == CardWalk.Act.allCases.count - 1, "\(walk.done)")
        #expect(walk.refused > 30, "\(walk.refused) refused")
    }
}
