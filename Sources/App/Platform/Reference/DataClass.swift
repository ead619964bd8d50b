package import Kernel
import Storage

/// What is personal or confidential in commands and events: what it is for, how it is kept, how long, and what ends it.
/// The one table of which `docs/privacy.md` is made; a test misses every field that is in no class (decision record 0237).
package struct DataClass: Sendable {
    package let title: Message
    package let purpose: Message
    package let kept: Message
    package let until: Message
    /// Fields by the full name of their command or event.
    package let fields: Set<String>
    /// Where a value stands in the clear beside the log, as `table.column`; closed to the role for public pages.
    package let clear: Set<String>

    package static let all: [DataClass] = [
        identity, work, learning, account, payers, lessees, words, ballots, tallies, offers, paddles, registrations,
        officers,
    ]

    private static let identity = DataClass(
        title: PrivacyText.identity, purpose: PrivacyText.identityPurpose, kept: PrivacyText.sealedOfPerson,
        until: PrivacyText.untilErased,
        fields: [
            "registry.registerParty.name", "registry.registerParty.identityNumber", "registry.registerParty.phone",
            "registry.partyRegistered.name", "registry.partyRegistered.identityNumber",
            "registry.partyRegistered.phone", "registry.partyRegistered.identityMark",
            "registry.partyRegistered.phoneMark", "assembly.admitMember.name",
            "assembly.admitMember.sex", "assembly.admitMember.birth", "assembly.memberAdmitted.name",
            "assembly.memberAdmitted.sex", "assembly.memberAdmitted.birth", "assembly.admitMember.identityNumber",
            "assembly.admitMember.phone", "assembly.memberAdmitted.identityNumber", "assembly.memberAdmitted.phone",
            "assembly.memberAdmitted.identityMark", "assembly.memberAdmitted.phoneMark",
            "assembly.identifyMember.identityNumber", "assembly.identifyMember.phone",
            "assembly.memberIdentified.identityNumber", "assembly.memberIdentified.phone",
            "assembly.memberIdentified.identityMark", "assembly.memberIdentified.phoneMark",
        ], clear: ["assembly_person.name", "assembly_person.identity_mark", "assembly_person.phone_mark"])

    private static let work = DataClass(
        title: PrivacyText.work, purpose: PrivacyText.workPurpose, kept: PrivacyText.sealedOfPerson,
        until: PrivacyText.untilWagesSettled,
        fields: [
            "labour.registerWorker.name", "labour.registerWorker.identityNumber", "labour.registerWorker.phone",
            "labour.workerRegistered.name", "labour.workerRegistered.identityNumber", "labour.workerRegistered.phone",
            "labour.workerRegistered.mark", "labour.workerRegistered.phoneMark",
            "labour.employerRegistered.phoneMark", "labour.registerEmployer.name", "labour.registerEmployer.phone",
            "labour.employerRegistered.name", "labour.employerRegistered.phone", "labour.payWages.reference",
            "labour.wagesPaid.reference", "labour.roundRun.seekers.worker", "labour.stateConditions.reserveFen",
            "labour.conditionsStated.reserveFen", "labour.crewFormed.members.worker", "labour.crewLeft.worker",
        ],
        clear: [
            "labour_worker.born", "labour_worker.mark", "labour_worker.phone_mark", "labour_employer.phone_mark",
            "labour_worker.reserve_fen", "labour_round_seeker.worker", "labour_crew_member.worker",
        ])

    private static let learning = DataClass(
        title: PrivacyText.learning, purpose: PrivacyText.learningPurpose, kept: PrivacyText.sealedOfPerson,
        until: PrivacyText.untilErasedLearner,
        fields: [
            "skills.registerLearner.name", "skills.correctLearnerName.name",
            "skills.learnerNameCorrected.name", "skills.registerLearner.identityNumber",
            "skills.learnerRegistered.name",
            "skills.learnerRegistered.identityNumber", "skills.learnerRegistered.mark", "skills.signIn.photo",
            "skills.learnerSignedIn.photo", "skills.registerTrainer.name", "skills.trainerRegistered.name",
            "skills.claimSubsidy.account", "skills.subsidyClaimed.account", "skills.subsidyClaimed.accountMark",
        ],
        clear: [
            "skills_learner.born", "skills_learner.mark", "skills_sign_in.photo", "skills_claim.account_mark",
        ])

    private static let account = DataClass(
        title: PrivacyText.account, purpose: PrivacyText.accountPurpose, kept: PrivacyText.sealedOfPerson,
        until: PrivacyText.untilErased,
        fields: [
            "exchange.registerBidder.account", "exchange.bidderRegistered.account",
            "exchange.bidderRegistered.accountMark",
            "exchange.recordDeposit.payerName", "exchange.recordDeposit.payerAccount",
            "exchange.depositRecorded.payerName", "exchange.depositRecorded.payerAccount",
            "exchange.importDeposits.csv", "ledger.registerPayeeAccount.number", "ledger.payeeAccountRegistered.number",
            "labour.registerAccount.holder", "labour.registerAccount.number", "labour.accountRegistered.number",
            "labour.accountRegistered.mark", "labour.settleWages.reference",
        ], clear: ["payee_account.number", "labour_account.number", "labour_account.mark"])

    private static let payers = DataClass(
        title: PrivacyText.payers, purpose: PrivacyText.payersPurpose, kept: PrivacyText.sealedOfLine,
        until: PrivacyText.untilFilesEnd,
        fields: [
            "ledger.registerInvoice.seller", "ledger.registerInvoice.sellerCode", "ledger.invoiceRegistered.seller",
            "ledger.invoiceRegistered.sellerCode", "ledger.recordStatementLine.counterparty",
            "ledger.recordStatementLine.counterAccount", "ledger.recordStatementLine.remark",
            "ledger.statementLineRecorded.counterparty", "ledger.statementLineRecorded.counterAccount",
            "ledger.statementLineRecorded.remark",
        ], clear: [])

    private static let lessees = DataClass(
        title: PrivacyText.lessees, purpose: PrivacyText.lesseesPurpose, kept: PrivacyText.sealedOfCase,
        until: PrivacyText.untilClosed,
        fields: [
            "cleanup.enterFoundContract.lessee", "cleanup.foundContractEntered.lessee",
            "cleanup.foundContractCorrected.lessee", "cleanup.billHousehold.name", "cleanup.householdBilled.name",
            "cleanup.recordClaim.name", "cleanup.claimRecorded.name",
        ], clear: [])

    private static let ballots = DataClass(
        title: PrivacyText.ballots, purpose: PrivacyText.ballotsPurpose, kept: PrivacyText.sealedOfPerson,
        until: PrivacyText.untilErased,
        fields: ["assembly.castVote.choice", "assembly.countVoices.choice", "assembly.voteCast.choice"], clear: [])

    private static let tallies = DataClass(
        title: PrivacyText.tallies, purpose: PrivacyText.talliesPurpose, kept: PrivacyText.sealedOfMeeting,
        until: PrivacyText.untilBothOpen, fields: ["assembly.tallyCommitted.sheet"], clear: [])

    private static let officers = DataClass(
        title: PrivacyText.officers, purpose: PrivacyText.officersPurpose, kept: PrivacyText.sealedOfPerson,
        until: PrivacyText.untilLeft,
        fields: [
            "assembly.fillOffice.name", "assembly.fillOffice.identityNumber", "assembly.officeFilled.name",
            "assembly.officeFilled.identityNumber", "assembly.officeFilled.mark", "assembly.declareKin.relation",
            "assembly.declareKin.name", "assembly.declareKin.identityNumber", "assembly.kinDeclared.relation",
            "assembly.kinDeclared.name", "assembly.kinDeclared.identityNumber", "assembly.kinDeclared.mark",
        ], clear: ["assembly_term.mark", "assembly_kin.mark", "assembly_kin.relation"])

    private static let words = DataClass(
        title: PrivacyText.words, purpose: PrivacyText.wordsPurpose, kept: PrivacyText.sealedOfWhoCame,
        until: PrivacyText.untilErased,
        fields: [
            "exchange.raiseObjection.grounds", "exchange.objectionRaised.grounds", "exchange.replyToForfeiture.reply",
            "exchange.forfeitureReplied.reply", "disclosure.objectionRaised.text", "disclosure.objectionRaised.raiser",
            "exchange.objectionRaised.raiser", "waste.fileComplaint.words", "waste.complaintFiled.words",
            "waste.complaintFiled.complainant", "waste.answerComplaint.words", "waste.complaintAnswered.words",
            "waste.complaintAnswered.complainant", "waste.reopenComplaint.words", "waste.complaintReopened.words",
            "waste.complaintReopened.complainant", "supervision.answerFlag.words", "supervision.flagAnswered.words",
            "supervision.flagAnswered.flag", "supervision.flagAnswered.by",
            "supervision.flagAnswered.place", "supervision.flagAnswered.facts",
            "supervision.answerConfirmed.flag", "supervision.answerErased.flag",
        ],
        clear: [
            "objection_text.text", "objection_raiser.person", "waste_complaint_words.text", "waste_complainant.person",
            "flag_answer.words",
        ])

    private static let offers = DataClass(
        title: PrivacyText.offers, purpose: PrivacyText.offersPurpose, kept: PrivacyText.sealedOfLot,
        until: PrivacyText.untilOpened,
        fields: [
            "exchange.setProxyLimit.limitFen", "exchange.proxyLimitSet.limitFen", "exchange.placeOffer.priceFen",
            "exchange.offerPlaced.priceFen",
        ], clear: [])

    private static let paddles = DataClass(
        title: PrivacyText.paddles, purpose: PrivacyText.paddlesPurpose, kept: PrivacyText.sealedOfPerson,
        until: PrivacyText.untilSigned,
        fields: [
            "exchange.bidderRegistered.party", "exchange.depositRecorded.party", "exchange.forfeitureReplied.party",
            "exchange.auctionOpened.paddles.person", "exchange.paddlesDealt.paddles.person",
            "exchange.priceAgreed.paddles.person", "exchange.lotTakenToStation.paddles.person",
            "exchange.openStationHall.paddles.person",
        ], clear: ["bidder.party"])

    private static let registrations = DataClass(
        title: PrivacyText.registrations, purpose: PrivacyText.registrationsPurpose, kept: PrivacyText.sealedTogether,
        until: PrivacyText.untilDealt,
        fields: [
            "exchange.bidderRegistered.lot", "exchange.auctionOpened.paddles.bidder",
            "exchange.bidLookedBehind.bidder",
            "exchange.paddlesDealt.paddles.bidder", "exchange.priceAgreed.paddles.bidder",
            "exchange.lotTakenToStation.paddles.bidder", "exchange.openStationHall.paddles.bidder",
        ], clear: ["bidder.lot", "bidder_look.bidder"])
}

/// `docs/privacy.md`.
package struct PrivacyReference {
    private let plan: InstallationPlan

    package init(_ plan: InstallationPlan) { self.plan = plan }

    /// Every field that the log keeps a commitment of, of commands and events alike, those in parts of lists among them.
    package var fields: Set<String> {
        var found: Set<String> = []
        func gather(_ fields: [FieldShape.Field], under path: String) {
            for field in fields {
                let name = "\(path).\(field.name)"
                if field.shape.isPersonal { found.insert(name) }
                switch field.shape.kind {
                case .list(let parts), .object(let parts): gather(parts, under: name)
                default: break
                }
            }
        }
        for module in plan.modules.all {
            for command in module.commands { gather(command.shapes, under: command.fullName) }
            for event in module.events { gather(event.shapes, under: event.fullName) }
        }
        return found
    }

    package var markdown: String {
        func both(_ message: Message) -> String { "\(message.zh) · \(message.en)" }
        var lines = [
            "<!-- \(ReferenceText.generated.en) -->", "# \(both(PrivacyText.title))", "",
            PrivacyText.introduction.zh, "", PrivacyText.introduction.en, "",
        ]
        for part in DataClass.all {
            lines += [
                "## \(both(part.title))", "", both(part.purpose), "", both(part.kept), "", both(part.until), "",
                part.fields.sorted().map { "`\($0)`" }.joined(separator: ", "), "",
            ]
            if !part.clear.isEmpty {
                let names = part.clear.sorted().map { "`\($0)`" }.joined(separator: ", ")
                lines += ["\(both(PrivacyText.clear)): \(names)", ""]
            }
        }
        lines += PaperClass.markdown
        lines += ["## \(both(PrivacyText.beside))", "", PrivacyText.besideRows.zh, "", PrivacyText.besideRows.en]
        return lines.joined(separator: "\n") + "\n"
    }
}
