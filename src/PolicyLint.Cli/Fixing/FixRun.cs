using System.Text;
using PolicyLint.Cli.Input;
using PolicyLint.Fixing;
using PolicyLint.Reporting;
using PolicyLint.Sources;

namespace PolicyLint.Cli.Fixing;

/// <summary>One run of <c>fix</c>: mends the inputs one after the other, and shows or writes what changed.</summary>
internal sealed class FixRun(Terminal terminal, PolicyFixer fixer)
{
    private ExitCode _exit = ExitCode.Clean;

    /// <summary>The type of every policy; null to detect it.</summary>
    public PolicyType? Type { get; init; }

    /// <summary>Whether files are written.</summary>
    public bool Writes { get; init; }

    /// <summary>Whether changes are shown as a patch.</summary>
    public bool ShowsPatch { get; init; }

    /// <summary>Runs it.</summary>
    public ExitCode Run(IEnumerable<string> paths)
    {
        var finder = new InputFinder(terminal.WorkingDirectory);
        foreach (string path in paths)
            finder.Add(path);

        foreach (string problem in finder.Problems)
            Fail(ExitCode.WrongInput, problem);

        using StreamWriter output = Terminal.WriterOn(terminal.Output);
        foreach (InputFile input in finder.Inputs)
            Fix(input, output);

        foreach (PathArgument search in finder.Searches.Where(search => search.Files == search.Skipped))
            Fail(ExitCode.WrongInput, $"{search.Text}: no policy in it");

        return _exit;
    }

    private void Fix(InputFile input, StreamWriter output)
    {
        try
        {
            byte[] bytes = Reading.Bytes(input, terminal.Input);
            if (!input.IsNamed && PolicySources.Detect(SourceText.From(bytes)) != SourceKind.Policy)
            {
                input.Arguments.ForEach(argument => argument.Skipped++);
                return;
            }

            PolicyDocument policy = PolicyDocument.Parse(SourceText.From(bytes, input.Name), Type);
            if (policy.IsReadable)
                Take(input, fixer.Fix(policy), output);
            else
                Fail(ExitCode.WrongInput, $"{input.Name}: cannot be read as a policy, so it stays as it is");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(ExitCode.WrongInput, $"{input.Name}: {exception.Message}");
        }
        catch (Exception exception)
        {
            // A defect of ours on one file must not keep the others from being fixed, nor pass as done.
            Fail(ExitCode.Incomplete, $"{input.Name}: not fixed, policylint failed on it with {exception.GetType().Name}: {exception.Message}");
        }
    }

    private void Take(InputFile input, FixResult result, StreamWriter output)
    {
        if (result.IsChanged && ShowsPatch)
            output.Write(Shown(UnifiedDiff.Of(result.Original.Source, result.Document.Source, input.Name)));

        bool isFilter = Writes && input.FullPath is null;
        if (isFilter && !ShowsPatch)
            output.Write(Encoding.UTF8.GetString(result.Document.Source.Bytes.Span));
        else if (Writes && result.IsChanged && !isFilter)
            WholeFile.Write(input.FullPath!, result.Document.Source.Bytes.Span);

        // After the patch at a terminal, and never in it.
        output.Flush();
        foreach (PolicyFix fix in result.Made)
            terminal.Say($"{input.Name}: {fix}{(fix.Note is null ? "" : $" ({fix.Note})")}");

        Tell(input, result.Left.Count(fix => fix is { Safety: FixSafety.Unsafe, AllowsMore: false }), "change what is granted, --unsafe makes");
        foreach (PolicyFix fix in result.Left.Where(fix => fix.AllowsMore).DistinctBy(fix => fix.Name))
            terminal.Say($"{input.Name}: not made, for more would be allowed: {fix} (--unsafe --rule {fix.Name} makes it)");

        if (result.IsChanged && !Writes)
            Raise(ExitCode.Findings);

        if (!result.Result.IsComplete)
            Fail(ExitCode.Incomplete, $"{input.Name}: a rule failed, so there may be more to fix");
    }

    private void Tell(InputFile input, int count, string what)
    {
        if (count > 0)
            terminal.Say($"{input.Name}: {(count == 1 ? $"1 more fix would {what} it" : $"{count} more fixes would {what} them")}");
    }

    // A patch in a file or a pipe is applied as it is; at a terminal, text of a policy must do no harm.
    private string Shown(string patch) => terminal.IsOutputTerminal ? string.Join('\n', patch.Split('\n').Select(SafeText.Escape)) : patch;

    private void Fail(ExitCode code, string message)
    {
        terminal.Say(message);
        Raise(code);
    }

    private void Raise(ExitCode code) => _exit = (ExitCode)Math.Max((int)_exit, (int)code);
}
