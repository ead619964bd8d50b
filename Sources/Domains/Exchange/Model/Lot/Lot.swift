package import Kernel
package import Registry

/// A lot as its own stream tells it: everything a rule needs to answer the next command.
package struct Lot: Sendable, Hashable {
    package let id: LotID
    package let asset: AssetID
    /// The body that offers it and will sign.
    package let owner: OrganisationID
    /// Where the asset lies.
    package let village: DivisionID
    package let assetName: String
    package let villageName: String
    /// The last day of the right that is offered, when the register knows one.
    package let rightUntil: CivilDate?
    package let drafter: PersonID

    package internal(set) var terms: LotTerms
    package internal(set) var level: HandlingLevel
    /// By which the owner offers it: given with the terms, the application or the new terms; the last one counts.
    package internal(set) var resolution: ResolutionID?
    /// Why a collective lot starts below the floor: the public mark. Nil where it does not.
    package internal(set) var belowFloorReason: String?
    /// What was handed in on paper, beside what the register proves.
    package internal(set) var papers: Set<Material> = []
    package internal(set) var state: LotState = .draft
    package internal(set) var acceptor: PersonID?
    package internal(set) var reviewer: PersonID?
    package internal(set) var notice: Notice?
    /// Notices published so far, amendments and relistings included.
    package internal(set) var noticeCount: Int64 = 0
    package internal(set) var relistings: Int64 = 0
    /// Bids of the rounds before this one.
    package internal(set) var bidsBefore: Int64 = 0
    /// Who may bid, fixed when the auction opens; the paddle is all the public sees.
    package internal(set) var paddles: [PersonID: Int64] = [:]
    package internal(set) var auction: Auction?
    /// What runs in the hall of the modes that are no open auction.
    package internal(set) var hall = Hall()
    /// The start price of the first draft: price cuts are counted from it.
    package internal(set) var firstStartPrice: Money = .zero
    /// Where the lot's auction is held while it is away; nil while the county has it.
    package internal(set) var station: Station?
    /// On a station's own log, where nothing but the auction is held; all else is the county's.
    package internal(set) var isHeldAtStation = false
    package internal(set) var award: Award?
    package internal(set) var publicityEndsAt: Instant?
    package internal(set) var openObjections: Set<Int64> = []
    /// Under which names the notice board shows the open objections, by their numbers.
    package internal(set) var boardObjections: [Int64: BoardObjection] = [:]
    /// Objections to its notices that nobody has answered: they hold it up.
    package internal(set) var holds: Set<BoardObjection> = []
    package internal(set) var objectionCount: Int64 = 0
    /// How often each has objected in person.
    package internal(set) var objectors: [PersonID: Int64] = [:]
    package internal(set) var signBy: Instant?
    package internal(set) var isSigningExtended = false
    package internal(set) var contract: Signed?
    package internal(set) var paid: Money = .zero
    /// The publicity clock that an objection stopped.
    package internal(set) var stop: Stop?
    package internal(set) var suspension: Stop?

    /// A published notice and the clock it set.
    package struct Notice: Sendable, Hashable {
        package let number: Int64
        package let publishedAt: Instant
        package internal(set) var closesAt: Instant
        package internal(set) var opensAt: Instant
        package internal(set) var endsAt: Instant
    }

    /// A township station that holds the auction alone: its log's public key, who may bid there, how long the hall is open.
    package struct Station: Sendable, Hashable {
        package let key: String
        /// Nothing of its hall can have happened before: the lot was given away, and the notice's opening had come.
        package let since: Instant
        package internal(set) var paddles: Set<Int64>
        /// Milliseconds from the opening to the first end.
        package let length: Int64
    }

    /// Who is to have it, at what price.
    package struct Award: Sendable, Hashable {
        package let paddle: Int64
        package let price: Money
        /// Over the whole term; known from the result on.
        package internal(set) var total: Money?
    }

    /// What was signed.
    package struct Signed: Sendable, Hashable {
        package let contract: ContractID
        package let total: Money
        package let first: Money
        package let endsOn: CivilDate
        package internal(set) var signedOn: CivilDate?
        package internal(set) var instalments: [Instalment] = []
        /// When the contract begins to expire; known from the filing on.
        package internal(set) var expiresSoonAt: Instant?
    }

    /// A suspension: where the lot stood, and how much of the running clock was left.
    package struct Stop: Sendable, Hashable {
        package let from: LotState
        package let since: Instant
        package let remainingMilliseconds: Int64
        /// When a suspension ends by itself, and how often that was put off.
        package internal(set) var until = Instant(milliseconds: 0)
        package internal(set) var extensions: Int64 = 0
    }

    /// Refuses what the state does not allow: the path must be in the table.
    ///
    /// The table leads from `suspended` back to every state it may have been reached from; only `ResumeLot` goes that
    /// way, and only to the state the lot left.
    func check(_ path: LotState..., by role: Role) throws(Rejection) { try check(path, by: role) }

    func check(_ path: [LotState], by role: Role) throws(Rejection) {
        let isStopped = state == .suspended && path != [.terminated]
        guard !isStopped, !isHeldAtStation, Transitions.allows(path, from: state, by: role) else {
            throw ExchangeRefusal.wrongState(state, path.first ?? state)
        }
    }

    /// Refuses unless the lot stands in one of `states`: for what changes no state.
    func require(_ states: LotState...) throws(Rejection) {
        guard states.contains(state) else {
            throw ExchangeRefusal.wrongState(state, states.first ?? state)
        }
    }

    /// Refuses while an objection to the notice waits for its answer.
    func checkNotHeld() throws(Rejection) {
        guard holds.isEmpty else { throw ExchangeRefusal.objectionsOpen() }
    }

    /// Follows an event of a rule; the table has been asked before.
    mutating func move(_ path: LotState...) {
        for next in path {
            precondition(Transitions.find(from: state, to: next) != nil, "\(state) → \(next) is not in the table")
            state = next
        }
    }
}
