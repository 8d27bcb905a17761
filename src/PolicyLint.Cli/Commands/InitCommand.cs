using System.CommandLine;
using PolicyLint.Configuration;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint init</c>: writes a configuration to start from.</summary>
internal sealed class InitCommand : Command
{
    public new const string Name = "init";

    public const string Examples =
        """
          policylint init          writes policylint.json here; it says nothing yet but how to say it
        """;

    /// <summary>What is written: valid, and in force the same as no configuration.</summary>
    public const string Start =
        """
        {
          // Which rules run, and how much they weigh, for the policies in this folder and below.
          // What may stand here: https://github.com/policylint/policylint/blob/main/docs/configuration.md
          "$schema": "https://raw.githubusercontent.com/policylint/policylint/main/schemas/policylint.schema.json",

          // "hardened" adds guardrails; "access-analyzer" says what the service would.
          "profile": "default",

          // The least severity that fails a run: "error", "warning", "suggestion" or "never".
          "failOn": "warning",

          // The account that the policies are for: rules then tell other accounts' ARNs from its own.
          // "accounts": { "home": "111122223333" },

          // A rule by id or name, or a category: "error", "warning", "suggestion" or "off".
          "severities": {
            // "duplicate-sid": "warning",
            // "maintainability": "off"
          },

          // What the content of a policy does not tell: what it is attached to.
          "files": [
            // { "glob": "guardrails/**", "type": "scp" },
            // { "glob": "**/testdata/**", "exclude": true }
          ],

          // What you live with: one finding, for a reason, until a day.
          "suppressions": [
            // {
            //   "rule": "service-full-access",
            //   "file": "policies/break-glass.json",
            //   "sid": "EmergencyAccess",
            //   "reason": "Only the on-call role has it; reviewed by the security team",
            //   "expires": "2030-12-31"
            // }
          ],

          // Rules of your own, without code.
          "customRules": [
            // {
            //   "id": "ACME0001",
            //   "name": "no-production-bucket",
            //   "severity": "error",
            //   "message": "Production buckets are not for people",
            //   "types": ["identity"],
            //   "actions": ["s3:*"],
            //   "resources": ["arn:aws:s3:::acme-production-*"]
            // }
          ]
        }

        """;

    private readonly Terminal _terminal;

    public InitCommand(Terminal terminal)
        : base(Name, "Write a configuration to start from.")
    {
        _terminal = terminal;
        SetAction(_ => (int)Run());
    }

    private ExitCode Run()
    {
        string path = Path.Combine(_terminal.WorkingDirectory, LintConfiguration.FileName);
        try
        {
            // Nothing is overwritten, also not what appears in this moment.
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(System.Text.Encoding.UTF8.GetBytes(Start.ReplaceLineEndings("\n")));
        }
        catch (IOException) when (Path.Exists(path))
        {
            _terminal.Say($"{LintConfiguration.FileName} is there already and stays as it is");
            return ExitCode.WrongInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Say($"{LintConfiguration.FileName} cannot be written: {exception.Message}");
            return ExitCode.WrongInput;
        }

        _terminal.Say($"{LintConfiguration.FileName} is written: `policylint config show` tells what holds");
        return ExitCode.Clean;
    }
}
