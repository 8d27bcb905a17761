namespace PolicyLint.Cli;

/// <summary>How a run ended. The graver of two is the greater number.</summary>
internal enum ExitCode
{
    /// <summary>Nothing that weighs enough to fail.</summary>
    Clean = 0,

    /// <summary>Findings that weigh enough to fail.</summary>
    Findings = 1,

    /// <summary>The call or an input is wrong. What could be checked was reported.</summary>
    WrongInput = 2,

    /// <summary>The check is incomplete: its silence means nothing.</summary>
    Incomplete = 3,
}
