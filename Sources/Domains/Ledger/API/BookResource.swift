import Kernel
import Registry

/// The books as programs read them: integers in fen, dates as ISO text.
extension TrialBalance {
    static let shape = FieldShape(
        .object([
            .init(name: "organisation", shape: OrganisationID.shape, isOptional: false),
            .init(name: "from", shape: CivilDate.shape, isOptional: false),
            .init(name: "through", shape: CivilDate.shape, isOptional: false),
            .init(
                name: "lines",
                shape: FieldShape(
                    .list([
                        .init(name: "account", shape: AccountCode.shape, isOptional: false),
                        .init(name: "openingFen", shape: Money.shape, isOptional: false),
                        .init(name: "debitFen", shape: Money.shape, isOptional: false),
                        .init(name: "creditFen", shape: Money.shape, isOptional: false),
                        .init(name: "closingFen", shape: Money.shape, isOptional: false),
                    ])), isOptional: false),
        ]))

    var json: JSON {
        .object([
            "organisation": organisation.field, "from": from.field, "through": through.field,
            "lines": .array(
                lines.map {
                    .object([
                        "account": $0.account.field, "openingFen": $0.opening.field, "debitFen": $0.debit.field,
                        "creditFen": $0.credit.field, "closingFen": $0.closing.field,
                    ])
                }),
        ])
    }
}

extension Voucher {
    static let shape = FieldShape(
        .object([
            .init(name: "voucher", shape: VoucherID.shape, isOptional: false),
            .init(name: "month", shape: AccountingMonth.shape, isOptional: false),
            .init(name: "number", shape: Int64.shape, isOptional: false),
            .init(name: "date", shape: CivilDate.shape, isOptional: false),
            .init(name: "summary", shape: String.shape, isOptional: false),
            .init(name: "origin", shape: VoucherOrigin.shape, isOptional: false),
            .init(name: "attachments", shape: Int64.shape, isOptional: false),
            .init(name: "lines", shape: FieldShape(.list(VoucherLine.fields)), isOptional: false),
            .init(name: "reverses", shape: VoucherID.shape, isOptional: true),
            .init(name: "reversedBy", shape: VoucherID.shape, isOptional: true),
        ]))

    var json: JSON {
        var members: [String: JSON] = [
            "voucher": id.field, "month": month.field, "number": number.field, "date": date.field,
            "summary": summary.field, "origin": origin.field, "attachments": attachments.field,
            "lines": .array(lines.map { .object($0.openFields) }),
        ]
        if let reverses { members["reverses"] = reverses.field }
        if let reversedBy { members["reversedBy"] = reversedBy.field }
        return .object(members)
    }
}

extension Receivable {
    static let listShape = FieldShape(
        .object([.init(name: "receivables", shape: FieldShape(.list(receivableFields)), isOptional: false)]))

    private static let receivableFields: [FieldShape.Field] = [
        .init(name: "receivable", shape: ReceivableID.shape, isOptional: false),
        .init(name: "contract", shape: ContractID.shape, isOptional: false),
        .init(name: "debtor", shape: PartyID.shape, isOptional: false),
        .init(name: "totalFen", shape: Money.shape, isOptional: false),
        .init(name: "start", shape: CivilDate.shape, isOptional: false),
        .init(name: "end", shape: CivilDate.shape, isOptional: false),
        .init(
            name: "instalments",
            shape: FieldShape(
                .list([
                    .init(name: "number", shape: Int64.shape, isOptional: false),
                    .init(name: "due", shape: CivilDate.shape, isOptional: false),
                    .init(name: "amountFen", shape: Money.shape, isOptional: false),
                    .init(name: "paidFen", shape: Money.shape, isOptional: false),
                ])), isOptional: false),
    ]

    var json: JSON {
        .object([
            "receivable": id.field, "contract": contract.field, "debtor": debtor.field, "totalFen": total.field,
            "start": start.field, "end": end.field,
            "instalments": .array(
                parts.map {
                    .object([
                        "number": $0.number.field, "due": $0.due.field, "amountFen": $0.amount.field,
                        "paidFen": $0.paid.field,
                    ])
                }),
        ])
    }
}
