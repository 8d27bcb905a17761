using System.CommandLine;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint suggest</c>: a policy with the least that somebody needs.</summary>
internal sealed class SuggestCommand : Command
{
    public new const string Name = "suggest";

    public const string Examples =
        """
          policylint suggest --list
          policylint suggest --persona data-scientist --account 123456789012 --region eu-west-1 --project churn > churn.json
          policylint suggest --persona trainer --account 123456789012 --region eu-west-1 --project churn \
            --role arn:aws:iam::123456789012:role/churn-training --set subnet=subnet-0a1b2c3d --set security-group=sg-0a1b2c3d --set key=1234abcd-12ab-34cd-56ef-1234567890ab
        """;

    private readonly Terminal _terminal;
    private readonly Option<Persona?> _persona = ValueOptions.PersonaOption("Who the policy is for");
    private readonly Option<bool> _list = new("--list") { Description = "List the personas" };
    private readonly ValueOptions _values = new();

    public SuggestCommand(Terminal terminal)
        : base(Name, "Write a policy with the least that a persona needs.")
    {
        _terminal = terminal;
        Options.Add(_persona);
        Options.Add(_list);
        foreach (Option option in _values.All)
            Options.Add(option);

        Validators.Add(result =>
        {
            if (result.GetResult(_persona) is null && !result.GetValue(_list))
                result.AddError("--persona is missing: who is the policy for? (--list lists them)");
        });
        SetAction(Run);
    }

    private int Run(ParseResult call)
    {
        using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
        if (call.GetValue(_list))
            WriteList(writer);
        else
            Write(writer, call.GetRequiredValue(_persona)!, _values.Of(call));

        return (int)ExitCode.Clean;
    }

    private void Write(StreamWriter writer, Persona persona, PersonaValues values)
    {
        writer.Write(persona.ToJson(values));
        string[] examples = [.. persona.Needs.Where(name => name == "role" ? values.Roles.IsEmpty : !values.IsGiven(name)).Select(OptionFor)];
        if (examples.Length > 0)
            _terminal.Say($"examples stand for what was not given, and allow nothing of yours: {string.Join(", ", examples)}");

        _terminal.Say($"left out on purpose: {persona.LeavesOut}");
    }

    private static void WriteList(StreamWriter writer)
    {
        int width = BuiltInPersonas.All.Max(persona => persona.Name.Length);
        foreach (Persona persona in BuiltInPersonas.All)
            writer.WriteLine($"{persona.Name.PadRight(width)}  {persona.Title}");
    }

    private static string OptionFor(string name) => name is "account" or "region" or "project" or "role" ? $"--{name}" : $"--set {name}=…";
}
