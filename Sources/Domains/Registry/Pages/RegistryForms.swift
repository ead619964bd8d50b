import Kernel
import Storage
import Web

extension RegistryForm {
    static let asset = RegistryForm(
        path: "/register/asset", command: RegisterAsset.self, title: RegistryText.newAsset,
        target: "/assets/{id}",
        fields: { request, tx in
            var fields = try cardFields(nil, request, tx)
            fields.insert(try place(request, tx), at: 1)
            return fields
        })

    static let party = RegistryForm(
        path: "/register/party", command: RegisterParty.self, title: RegistryText.newParty,
        note: RegistryText.personalNote, target: "/parties",
        fields: { request, tx in
            let (natural, units) = (PartyKind.allCases.filter(\.isNatural), PartyKind.allCases.filter { !$0.isNatural })
            return [
                .choice(
                    "kind", RegistryText.kindLabel, VerbForm.options(request) { (choice: PartyKind) in choice.label }),
                .text("publicName", RegistryText.publicName).only("kind", units),
                .text("creditCode", RegistryText.creditCode, optional: true).only("kind", units),
                .text("name", RegistryText.personName).only("kind", natural),
                .text("identityNumber", RegistryText.identityNumber, optional: true, limit: 18).only("kind", natural),
                .text("phone", RegistryText.phone, optional: true, limit: 20),
                try place(request, tx),
                try body("memberOf", RegistryText.memberOf, request, tx, optional: true).only("kind", natural),
            ]
        })

    static let organisation = RegistryForm(
        path: "/register/organisation", command: RegisterOrganisation.self, title: RegistryText.newOrganisation,
        target: "/organisations/{id}",
        fields: { request, tx in
            [
                try place(request, tx),
                .choice(
                    "kind", RegistryText.kindLabel,
                    VerbForm.options(request) { (choice: OrganisationKind) in choice.label }),
                .text("name", RegistryText.name), .text("creditCode", RegistryText.creditCode, optional: true),
            ]
        })

    static let resolution = RegistryForm(
        path: "/register/resolution", command: RecordResolution.self, title: RegistryText.newResolution,
        target: "/places",
        fields: { request, tx in
            [
                try body("organisation", RegistryText.organisation, request, tx),
                .choice(
                    "matter", RegistryText.matter,
                    VerbForm.options(request) { (choice: ResolutionMatter) in choice.label }),
                .choice(
                    "body", RegistryText.body, VerbForm.options(request) { (choice: ResolutionBody) in choice.label }),
                .number("entitled", RegistryText.entitled, hint: RegistryText.entitledHint),
                .number("present", RegistryText.present),
                .number("inFavour", RegistryText.inFavour), .date("date", RegistryText.date),
                .paper("evidence[0]", RegistryText.evidence),
            ]
        })

    static let parameter = RegistryForm(
        path: "/register/parameter", command: SetParameter.self, title: RegistryText.newParameter,
        target: "/parameters",
        fields: { request, tx in
            [
                try place(request, tx),
                .choice("key", RegistryText.key, VerbForm.options(request) { (choice: ParameterKey) in choice.title }),
                .number("value", RegistryText.value), .date("validFrom", RegistryText.validFrom),
                .text("source", RegistryText.source),
            ]
        })

    static let calendar = RegistryForm(
        path: "/register/calendar", command: AnnounceCalendar.self, title: RegistryText.announceCalendar,
        target: "/calendar",
        fields: { _, _ in
            [
                .file(
                    "file", RegistryText.calendarFile, accept: ".csv,.json,.txt", hint: RegistryText.calendarFileHint),
                .number("year", RegistryText.calendarYear, hint: RegistryText.calendarYearHint, optional: true),
                .text("source", RegistryText.calendarSource, optional: true),
            ]
        })

    static let contract = RegistryForm(
        path: "/register/contract", command: RegisterContract.self, title: RegistryText.newContract,
        target: "/contracts/{id}",
        fields: { request, tx in
            return [
                try .pick("asset", RegistryText.name, of: AssetName.self, request, tx),
                try body("lessor", RegistryText.lessor, request, tx),
                try .pick("lessee", RegistryText.lessee, of: PartyName.self, request, tx),
                .choice(
                    "category", RegistryText.category,
                    VerbForm.options(request) { (choice: TradeCategory) in choice.label }),
                .choice(
                    "way", RegistryText.way, VerbForm.options(request) { (choice: TransferWay) in choice.label },
                    optional: true),
                .date("start", RegistryText.start), .date("end", RegistryText.end),
                .money("unitPriceFen", RegistryText.unitPrice, hint: RegistryText.perYearHint),
                .money("totalFen", RegistryText.total, optional: true), .text("use", RegistryText.use),
                try .pick(
                    "resolution", RegistryText.amendResolution, of: FreeResolution.self, request, tx,
                    hint: RegistryText.contractResolutionHint, optional: true),
                .paper("paper", RegistryText.contractPaper, hint: RegistryText.contractPaperHint, optional: true),
            ] + schedule(request)
                + (0..<5).flatMap { row in
                    [
                        FormField.number("instalments[\(row)].number", RegistryText.number, optional: true),
                        .date("instalments[\(row)].due", RegistryText.due, optional: true),
                        .money("instalments[\(row)].amountFen", RegistryText.amount, optional: true),
                    ]
                }
        })
}
