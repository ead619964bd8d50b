import ArgumentParser
import Kernel
import Platform

/// `qianmo docs …`: documents made from code, checked in by hand and held against it by a test.
struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.docs.here, subcommands: [DocsCommands.self, DocsAccess.self])
}

struct DocsCommands: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "commands", abstract: CLIText.docsCommands.here)

    func run() { Console.text(CommandReference(InstallationPlan.qianmo).markdown) }
}

struct DocsAccess: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "access", abstract: CLIText.docsAccess.here)

    func run() { Console.text(InstallationPlan.qianmo.access.markdown) }
}
