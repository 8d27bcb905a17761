using System.Collections.Immutable;
using PolicyLint.Cli.Input;

namespace PolicyLint.Cli.Commands;

/// <summary>Reads policies that a call names, and says what is wrong with them.</summary>
internal sealed class PolicyFileReader(Terminal terminal)
{
    /// <summary>Whether a file could not be read as a policy. What was wrong was said.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether it is said of a policy that AWS would not take it; not where its findings are shown anyway.</summary>
    public bool TellsProblems { get; init; } = true;

    /// <summary>Reads the policies of several files.</summary>
    public ImmutableArray<PolicyDocument> ReadAll(IEnumerable<string>? files, PolicyType? type) =>
        [.. (files ?? []).Select(file => ReadOne(file, type)).OfType<PolicyDocument>()];

    /// <summary>Reads the policy of a file, or of standard input for <c>-</c>; null where there is none.</summary>
    public PolicyDocument? ReadOne(string? file, PolicyType? type)
    {
        if (file is null)
            return null;

        try
        {
            var input = new InputFile(file, file == "-" ? null : Path.GetFullPath(file, terminal.WorkingDirectory));
            PolicyDocument policy = PolicyDocument.Parse(SourceText.From(Reading.Bytes(input, terminal.Input), file), type);
            if (!policy.IsReadable && TellsProblems)
                return Fail($"{file}: cannot be read as a policy");

            if (policy.Problems.Length > 0 && TellsProblems)
                terminal.Say($"{file}: AWS would not take it as it is; what is wrong with it says: policylint check {file}");

            return policy;
        }
        catch (FileNotFoundException)
        {
            return Fail($"{file}: no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail($"{file}: {Reading.Reason(exception)}");
        }
    }

    private PolicyDocument? Fail(string message)
    {
        terminal.Say(message);
        HasFailed = true;
        return null;
    }
}
