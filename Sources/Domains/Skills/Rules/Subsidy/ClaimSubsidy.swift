package import Kernel
package import Storage

/// Applies for the subsidy of a certificate: for the person who holds it, to an account of her own.
package struct ClaimSubsidy: SkillsCommand {
    package var claim: ClaimID?
    package let certificate: CertificateID
    package var account: Personal<String>?
    /// The full rate rests on a job: with whom, since when.
    package var employer: String?
    /// The employer's name in the labour market, where the job is one of it: then its wages answer for the contract.
    package var marketEmployer: MarketEmployer?
    package var workFrom: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.newName("claim", \.claim), certificate: pass.value("certificate", \.certificate),
            account: pass.optionalPersonal("account", \.account, of: .unnamed),
            employer: pass.optional("employer", \.employer),
            marketEmployer: pass.optional("marketEmployer", \.marketEmployer),
            workFrom: pass.optional("workFrom", \.workFrom))
    }

    package static let name = "claimSubsidy"
    package static var title: Message { SubsidyText.claimSubsidy }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [SkillsRefusal] = [
        .certificateUnknown, .claimKnown, .learnerErased, .certificateNotInForce, .notSubsidised, .accountMissing,
        .jobIncomplete, .claimedBefore, .claimedTooOften,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("subsidyClaim", identifier(context).text) }

    private func identifier(_ context: Context) -> ClaimID { claim ?? context.derivedIdentifier(.claim) }

    package struct Facts: Sendable {
        package let award: Award?
        package let isInForce: Bool
        package let learner: Learner?
        /// A claim of hers for the same occupation and level that was not refused.
        package let earlier: ClaimID?
        /// Of hers in this year, refused ones left out.
        package let thisYear: Int64
    }

    package func place(_ state: Skills.State, _ facts: Facts) -> DivisionID? { facts.learner?.place }

    package func holder(_ state: Skills.State, _ facts: Facts, _ context: Context) -> PersonID? {
        facts.learner.flatMap { PersonID($0.id.text) }
    }

    package func decide(_ state: Skills.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        let id = identifier(context)
        let today = context.now.date
        let rules = TrainingRules(on: today)
        guard let award = facts.award, let learner = facts.learner else {
            throw SkillsRefusal.certificateUnknown(certificate)
        }
        guard state.claim == nil else { throw SkillsRefusal.claimKnown(id) }
        guard !learner.isErased else { throw SkillsRefusal.learnerErased(learner.id) }
        guard facts.isInForce else { throw SkillsRefusal.certificateNotInForce(certificate) }
        guard let rate = SubsidyRate.of(award, on: today) else { throw SkillsRefusal.notSubsidised() }
        guard let account = account?.content, !account.isBlank else {
            throw SkillsRefusal.accountMissing()
        }
        let work = employer.flatMap { $0.isBlank ? nil : $0 } ?? marketEmployer?.text
        guard (work == nil) == (workFrom == nil) else { throw SkillsRefusal.jobIncomplete() }
        if let earlier = facts.earlier { throw SkillsRefusal.claimedBefore(earlier) }
        guard facts.thisYear < rules[.claimsPerYear] else { throw SkillsRefusal.claimedTooOften(rules[.claimsPerYear]) }
        let share = rules[work == nil ? .shareWithoutJob : .shareWithJob]
        let subject = DataSubject(ofLearner: learner.id)
        return [
            SubsidyClaimed(
                claim: id, place: learner.place, certificate: certificate, learner: learner.id,
                amount: Money(fen: Whole.product(rate.amount.fen, share) / 100), claimant: context.principal.person,
                account: Personal(account, of: subject),
                accountMark: Personal(
                    context.marks.seed(of: "account \(account.filter { !$0.isWhitespace })"), of: subject),
                employer: work, marketEmployer: marketEmployer, workFrom: workFrom)
        ]
    }
}

/// Somebody applies. The log says for which certificate and how much, and not to which account.
package struct SubsidyClaimed: SkillsEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let certificate: CertificateID
    package let learner: LearnerID
    package let amount: Money
    package let claimant: PersonID
    package let account: Personal<String>
    /// Recognises the same account; sealed.
    package let accountMark: Personal<String>
    package var employer: String?
    package var marketEmployer: MarketEmployer?
    package var workFrom: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let learner = pass.value("learner", \.learner)
        let subject = DataSubject(ofLearner: learner)
        return Self(
            claim: pass.value("claim", \.claim), place: pass.value("place", \.place),
            certificate: pass.value("certificate", \.certificate), learner: learner,
            amount: pass.value("amountFen", \.amount), claimant: pass.value("claimant", \.claimant),
            account: pass.personal("account", \.account, of: subject),
            accountMark: pass.personal("accountMark", \.accountMark, of: subject),
            employer: pass.optional("employer", \.employer),
            marketEmployer: pass.optional("marketEmployer", \.marketEmployer),
            workFrom: pass.optional("workFrom", \.workFrom))
    }

    package static let name = "subsidyClaimed"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.claim = Claim(
            id: claim, place: place, learner: learner, certificate: certificate, amount: amount, claimant: claimant)
    }
}
