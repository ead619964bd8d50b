package import Kernel
import Registry
import Web

/// The village's list of members, taken for its collective: XLSX, or CSV in whatever encoding it came.
enum MemberUpload {
    static let upload = RowUpload(
        "/members/import", AdmitMember.self, unchanged: AssemblyRefusal.memberKnown.number,
        .init(
            title: AssemblyText.importTitle, question: AssemblyText.importQuestion, hint: AssemblyText.importHint,
            accept: ".xlsx,.csv", seen: AssemblyText.seeRoll),
        seenAt: { "/organisations/\($0.form.values[RowUpload.owner] ?? "")/members" }, read: read)

    private static let read: RowUpload.Reading = { bytes, request in
        guard let body = OrganisationID(request.form.values[RowUpload.owner] ?? "") else { return [] }
        return try MemberFile(bytes, of: body).answers.map { answer in
            switch answer.outcome {
            case .setAside(let why): RowUpload.Row(answer.line, "", .aside(why.text))
            case .refused(let rejection): RowUpload.Row(answer.line, "", .refused(rejection))
            case .accepted(let entry) where entry.member.since == nil:
                RowUpload.Row(answer.line, entry.name, .aside(AssemblyText.livesThere))
            case .accepted(let entry): RowUpload.Row(answer.line, entry.name, .command(.object(entry.arguments)))
            }
        }
    }
}

extension MemberFile.Entry {
    /// As `AdmitMember` is given them.
    package var arguments: [String: JSON] {
        var arguments: [String: JSON] = [
            "member": .string(member.id.text), "organisation": .string(member.organisation.text),
            "household": .string(member.household.text), "name": .string(name),
            "ground": .string((ground ?? .assembly).rawValue), "capacity": .string(member.capacity.rawValue),
            "shares": .integer(member.shares),
        ]
        arguments["sex"] = member.sex?.field
        arguments["birth"] = member.birth?.field
        arguments["since"] = member.since?.field
        arguments["until"] = member.until?.field
        arguments["identityNumber"] = identityNumber?.field
        arguments["phone"] = phone.map { .string($0) }
        return arguments
    }
}
