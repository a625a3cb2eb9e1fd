# Mọi việc của dự án. `make` hoặc `make help` liệt kê các lệnh.
PYTHON ?= python3
KY     ?= 2024Q1
SECONDS ?= 600
VENV   := .venv
ifeq ($(OS),Windows_NT)
BIN    := $(VENV)/Scripts
else
BIN    := $(VENV)/bin
endif
UV     := $(BIN)/uv
# Hơn trăm kiểm thử chạy chương trình: mã đã dịch, như khi cài đặt.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help build test quick refresh test-real fuzz lint format mutants glossary bench lock dist test-dist dist-windows test-windows clean

help: ## liệt kê các lệnh
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build: $(VENV)/run ## cài đặt (lần đầu) và lập báo cáo: make build KY=2024Q1
	$(BIN)/cqtt build $(KY)

test: $(VENV)/dev ## mọi kiểm tra: định dạng, kiểu, kiến trúc, kiểm thử, độ phủ
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term

quick: $(VENV)/dev ## kiểm thử nhanh khi đang sửa: không có phần chậm
	$(BIN)/ruff check .
	$(BIN)/pytest -n auto --dist worksteal -q -m 'not real and not slow' --hypothesis-profile=quick

refresh: $(VENV)/dev glossary ## viết lại mọi kết quả mà kiểm thử chờ, sau khi đổi mẫu số liệu, khuôn mẫu, lời báo; rồi xem git diff
	$(BIN)/cqtt schema
	$(BIN)/pytest -n auto -q --refresh

test-real: $(VENV)/dev dist-windows ## kiểm thử bằng chương trình thật, phải có sẵn: LibreOffice, Chromium, docx-preview, Wine
	$(BIN)/pytest -m real tests/real

fuzz: $(VENV)/dev ## thử lâu hơn với tệp hỏng ngẫu nhiên: make fuzz SECONDS=600
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)
	CQTT_KILLS=200 $(BIN)/pytest -q tests/cli/test_faults.py -k stopped

mutants: $(VENV)/dev ## đặt từng lỗi vào phần lõi, xem kiểm thử có thấy không: make mutants ONLY=src/cqtt/numerals.py (cả lõi: hơn một giờ)
	$(BIN)/python -m tools.mutants $(ONLY)

lint: $(VENV)/dev ## chỉ kiểm tra định dạng và kiểu
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/dev ## sửa định dạng mã nguồn
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

glossary: $(VENV)/dev ## viết lại bảng khóa và bảng mã lỗi trong docs/
	$(BIN)/python -m tools.glossary

bench: $(VENV)/dev ## đo tốc độ, bộ nhớ, so với docxtpl, pandoc, docxtemplater, Carbone (vài phút)
	$(BIN)/python -m benchmarks

lock: $(VENV)/dev ## ghim lại phiên bản các gói theo pyproject.toml
	$(BIN)/pip install --quiet uv
	$(UV) pip compile pyproject.toml --group build $(LOCK) --output-file requirements/run.lock
	$(UV) pip compile pyproject.toml --group dev $(LOCK) --output-file requirements/dev.lock

LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

dist: $(VENV)/dev ## đóng gói vào dist/: wheel, sdist và tệp chương trình cqtt chạy không cần Python
	$(BIN)/python -m tools.dist

test-dist: dist ## cài thử từng gói vào chỗ trống, so báo cáo từng byte với mã nguồn
	$(BIN)/python -m tools.try_dist

dist-windows: $(VENV)/dev ## đóng gói cho Windows: thư mục chạy không cần cài đặt, dist/cqtt-…-windows.zip
	$(BIN)/python -m tools.windows

test-windows: dist-windows ## chạy gói đó, và các kiểm thử của dự án, bằng Wine
	$(BIN)/pytest -m real tests/real/windows

clean: ## xóa môi trường, báo cáo đã lập và các tệp tạm
	rm -rf $(VENV) benchmarks/.venv benchmarks/npm/node_modules out dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/run: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cần Python 3.11 trở lên (PYTHON=python3.12 make …)")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check --disable-pip-version-check
	@touch $@

$(VENV)/dev: requirements/dev.lock $(VENV)/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.lock
	$(BIN)/python -m pip check --disable-pip-version-check
	@touch $@
