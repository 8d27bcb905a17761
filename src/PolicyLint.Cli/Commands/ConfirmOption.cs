using PolicyLint.AccessAnalyzer;

namespace PolicyLint.Cli.Commands;

/// <summary><c>--confirm</c>: whether Access Analyzer is asked too.</summary>
internal static class ConfirmOption
{
    public static ChoiceOption<ConfirmationMode> Make() => new(
        "--confirm",
        "Ask AWS IAM Access Analyzer too, with the usual AWS settings: best-effort goes on without an answer, required fails (off)",
        ConfirmationMode.Off,
        ("off", ConfirmationMode.Off),
        ("best-effort", ConfirmationMode.BestEffort),
        ("required", ConfirmationMode.Required));
}
