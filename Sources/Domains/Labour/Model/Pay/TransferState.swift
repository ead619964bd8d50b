import Kernel

/// How far a row of a file for the bank has come.
enum TransferState: String, FieldChoice { case sent, paid, returned }
